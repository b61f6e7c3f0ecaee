package dev.gatehouse.cli.client;

import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Shell;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Which gateway a command talks to, and as whom.
///
/// @param url without a slash at the end
/// @param ca the certificates that its own must come from; without one, those that Java trusts
public record GatewayAddress(String url, Optional<Path> ca, Optional<String> token) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public String toString() {
        return "GatewayAddress[" + url + "]";
    }

    /// What the options say, else the environment, else the kept sign-in. A kept token goes to no other gateway.
    public static GatewayAddress find(Shell shell, Optional<String> urlOption, Optional<Path> caOption) {
        Optional<SignIn> kept = SignIn.load(shell);
        String url = urlOption
                .or(() -> shell.variable("GATEHOUSE_URL"))
                .or(() -> kept.map(SignIn::url))
                .map(GatewayAddress::checked)
                .orElseThrow(() -> CommandFailed.usage("Which gateway? Give --url https://HOST:PORT, set GATEHOUSE_URL,"
                        + " or sign in: gatehouse login --url https://HOST:PORT."));
        Optional<SignIn> fitting = kept.filter(signIn -> signIn.url().equals(url));
        Optional<Path> ca = caOption.or(() -> shell.variable("GATEHOUSE_CA").map(Path::of))
                .or(() -> fitting.flatMap(SignIn::ca).map(Path::of));
        Optional<String> token = shell.variable("GATEHOUSE_TOKEN").or(() -> fitting.map(SignIn::token));
        return new GatewayAddress(url, ca, token);
    }

    private static String checked(String text) {
        String url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw CommandFailed.usage("Not a URL: " + text + ". It looks like https://HOST:PORT.");
        }
        boolean bare = uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getPath().isEmpty();
        boolean safe = "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        if (!bare || !safe) {
            throw CommandFailed.usage("The gateway's URL must look like https://HOST:PORT, not " + text + ".");
        }
        return url;
    }
}
