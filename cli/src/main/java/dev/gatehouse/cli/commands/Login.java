package dev.gatehouse.cli.commands;

import dev.gatehouse.api.SignInWay;
import dev.gatehouse.api.WhoAmI;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.BrowserSignIn;
import dev.gatehouse.cli.client.DeviceSignIn;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.GatewayAddress;
import dev.gatehouse.cli.client.IdentityProvider;
import dev.gatehouse.cli.client.Json;
import dev.gatehouse.cli.client.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes a token of the identity provider, tries it, and keeps it for later commands.
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = {
            "Sign in at your identity provider, and keep the token for the commands that follow.",
            "At a terminal you sign in with a browser: on any device, where the provider offers codes for that, or on this"
                    + " machine. Without a terminal the token is read from standard input. It is tried at the gateway, and"
                    + " kept in a file that only you can read."
        },
        footer = {
            "",
            "Examples:",
            "  gatehouse login --url https://gw.example.com:8443 --ca ca.pem",
            "  gatehouse login --device",
            "  gatehouse login --url https://gw.example.com:8443 --ca ca.pem < token"
        })
public final class Login implements Callable<Integer> {
    private static final int LONGEST = 64 << 10;

    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Option(names = "--issuer", paramLabel = "NAME", description = "At which identity provider; default: the first.")
    private @Nullable String issuer;

    @Option(
            names = "--issuer-ca",
            paramLabel = "FILE",
            description = "PEM file of the authority of the provider's certificate, where it is a private one.")
    private @Nullable Path issuerCa;

    @Option(names = "--device", description = "Enter a code in a browser on any device.")
    private boolean device;

    @Option(names = "--browser", description = "Use a browser on this machine.")
    private boolean browser;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Where the token is; default: standard input.")
    private @Nullable Path tokenFile;

    public Login(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (device && browser || tokenFile != null && (device || browser)) {
            throw CommandFailed.usage("Choose one of --device, --browser and --token-file.");
        }
        GatewayAddress address = where.address(shell);
        String token = device || browser || tokenFile == null && atTerminal() ? signedIn(address) : token();
        try (var gateway = new Gateway(new GatewayAddress(address.url(), address.ca(), Optional.of(token)))) {
            WhoAmI me = gateway.whoAmI();
            var ca = address.ca().map(file -> file.toAbsolutePath().toString());
            new SignIn(address.url(), ca, token).save(shell);
            shell.out()
                    .println(
                            as.json()
                                    ? Json.line(me)
                                    : Text.oneLine("Signed in at " + address.url() + " as " + me.who() + " ("
                                            + me.kind()
                                            + "; " + String.join(", ", me.roles()) + ") until " + Text.time(me.ends())
                                            + "."));
            return Exit.DONE;
        }
    }

    /// Since JDK 25 there is no console again where nobody sits, whatever the check believes.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean atTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private String signedIn(GatewayAddress address) throws InterruptedException {
        SignInWay way;
        try (var gateway = new Gateway(address)) {
            way = chosen(gateway.ways());
        }
        try (var provider = new IdentityProvider(way, Optional.ofNullable(issuerCa))) {
            boolean byCode = device || !browser && DeviceSignIn.possible(provider);
            return byCode
                    ? new DeviceSignIn(provider, shell).token()
                    : new BrowserSignIn(provider, shell, new SecureRandom()).token();
        }
    }

    private SignInWay chosen(List<SignInWay> ways) {
        String names = String.join(", ", ways.stream().map(SignInWay::name).toList());
        return ways.stream()
                .filter(way -> issuer == null || way.name().equals(issuer))
                .findFirst()
                .orElseThrow(() -> CommandFailed.usage(
                        ways.isEmpty()
                                ? "The gateway knows no identity provider to sign in at; pipe a token in."
                                : "There is no identity provider of that name; configured: " + names + "."));
    }

    private String token() {
        Path file = tokenFile;
        if (file == null) {
            shell.err().println("Reading the token from standard input…");
        }
        try (InputStream in = file == null ? shell.in() : Files.newInputStream(file)) {
            String token = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
            if (token.isEmpty()) {
                throw CommandFailed.usage("There is no token: give --token-file FILE, or pipe one in.");
            }
            return token;
        } catch (IOException unreadable) {
            throw CommandFailed.usage("Cannot read the token from " + (file == null ? "standard input" : file) + ".");
        }
    }
}
