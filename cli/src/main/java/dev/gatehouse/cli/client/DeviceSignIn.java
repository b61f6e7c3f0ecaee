package dev.gatehouse.cli.client;

import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Signs in on whatever device has a browser: shows an address and a code, and waits (RFC 8628).
public final class DeviceSignIn {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String ENDPOINT = "device_authorization_endpoint";
    private static final int SLOWER = 5;
    private static final int USUAL_LIFE = 600;

    private final IdentityProvider provider;
    private final Shell shell;

    public DeviceSignIn(IdentityProvider provider, Shell shell) {
        this.provider = provider;
        this.shell = shell;
    }

    public static boolean possible(IdentityProvider provider) {
        return provider.endpoint(ENDPOINT).isPresent();
    }

    public String token() throws InterruptedException {
        var begun = provider.post(
                provider.needed(ENDPOINT), Map.of("client_id", provider.client(), "scope", IdentityProvider.SCOPE));
        String device = begun.text("device_code");
        if (begun.status() != 200 || device.isEmpty()) {
            throw CommandFailed.refused(
                    "The identity provider gives no code to this client; try: gatehouse login" + " --browser.");
        }
        shell.err()
                .println("Open " + Text.oneLine(begun.text("verification_uri")) + " and enter the code "
                        + Text.oneLine(begun.text("user_code")));
        if (!begun.text("verification_uri_complete").isEmpty()) {
            shell.err().println("or open " + Text.oneLine(begun.text("verification_uri_complete")));
        }
        shell.err().flush();
        return poll(device, begun.number("interval", SLOWER), begun.number("expires_in", USUAL_LIFE));
    }

    private String poll(String device, int interval, int life) throws InterruptedException {
        URI endpoint = provider.needed("token_endpoint");
        Instant until = shell.clock().instant().plusSeconds(life);
        long seconds = Math.max(1, interval);
        int most = life;
        while (!shell.clock().instant().isAfter(until) && most-- > 0) {
            shell.pause().of(Duration.ofSeconds(seconds));
            var answer = provider.post(
                    endpoint, Map.of("grant_type", GRANT, "device_code", device, "client_id", provider.client()));
            switch (answer.text("error")) {
                case "authorization_pending" -> {
                    // Nobody has entered the code yet.
                }
                case "slow_down" -> seconds += SLOWER;
                case "expired_token" -> throw late();
                case "access_denied" ->
                    throw CommandFailed.refused("The sign-in was refused at the identity provider.");
                default -> {
                    return provider.token(answer);
                }
            }
        }
        throw late();
    }

    private static CommandFailed late() {
        return CommandFailed.refused("Nobody entered the code in time. Begin again: gatehouse login.");
    }
}
