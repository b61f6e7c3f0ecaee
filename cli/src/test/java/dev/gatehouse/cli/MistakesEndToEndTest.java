package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user gets who makes a mistake: a code, a sentence, never a stack trace.
class MistakesEndToEndTest {
    @TempDir
    Path home;

    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void atHome() {
        terminal = new Terminal(home);
    }

    private void failed(int exit, int expected, String... words) {
        assertThat(exit).as(terminal.err()).isEqualTo(expected);
        assertThat(terminal.err()).contains(words).doesNotContain("Exception", "\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void withoutAGatewayTheCommandSaysHowToNameOne() {
        failed(terminal.run("credentials", "list"), Exit.USAGE, "Which gateway?", "--url", "GATEHOUSE_URL");
    }

    @Test
    void aGatewayThatIsNotThereIsUnreachable() throws IOException {
        int freePort;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        terminal.environment.put("GATEHOUSE_TOKEN", "ada");

        failed(
                terminal.run("credentials", "list", "--url", "http://127.0.0.1:" + freePort),
                Exit.UNREACHABLE,
                "Cannot reach the gateway");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gw.example.com:8443", // a token in clear
                "ftp://gw",
                "https://gw/console",
                "https://user:password@gw",
                "gw.example.com",
                "::",
            })
    void anUnsafeOrMalformedUrlIsRefused(String url) {
        terminal.environment.put("GATEHOUSE_TOKEN", "ada");

        failed(terminal.run("credentials", "list", "--url", url), Exit.USAGE, "https://HOST:PORT");
    }

    @Test
    void anAuthorityThatCannotBeReadIsNamed() throws IOException {
        Path empty = Files.writeString(home.resolve("empty.pem"), "nothing");
        terminal.environment.put("GATEHOUSE_TOKEN", "ada");

        failed(terminal.run("credentials", "list", "--url", "https://gw", "--ca", "/no/ca"), Exit.USAGE, "/no/ca");
        failed(
                terminal.run("credentials", "list", "--url", "https://gw", "--ca", empty.toString()),
                Exit.USAGE,
                "empty.pem");
    }

    @Test
    void mistypedCommandsAndOptionsGetAHint() {
        failed(terminal.run("sesions", "list"), Exit.USAGE, "sessions", "--help");
        failed(terminal.run("sessions", "list", "--sinse", "2h"), Exit.USAGE, "--sinse", "--since");
        failed(terminal.run(), Exit.USAGE, "Which command?");
        failed(terminal.run("sessions"), Exit.USAGE, "gatehouse sessions --help");
        failed(terminal.run("disable", "server", "x"), Exit.USAGE, "connection", "identity");
        failed(terminal.run("sessions", "list", "--since", "yesterday"), Exit.USAGE, "2026-03-01");
        failed(terminal.run("sessions", "list", "--limit", "0"), Exit.USAGE, "--limit");
        failed(terminal.run("sessions", "play", "x", "--speed", "-1"), Exit.USAGE, "--speed");
        failed(terminal.run("sessions", "show", "x", "-c", "gw.yaml"), Exit.USAGE, "offline");
        failed(terminal.run("verify", "/nowhere"), Exit.USAGE, "gateway.data");
        failed(terminal.run("verify", home.toString(), "--key", "abc"), Exit.USAGE, "gateway.data");
        failed(terminal.run("login", "--url", "https://gw", "--token-file", "/no/token"), Exit.USAGE, "/no/token");
    }

    @Test
    void aDamagedLoginFileIsNamed() throws IOException {
        Path file = home.resolve(".config/gatehouse/login.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{");

        failed(terminal.run("credentials", "list"), Exit.USAGE, "login.json", "sign in again");
    }

    static Stream<String> everyCommand() {
        return Stream.of(
                        "",
                        "login",
                        "credentials",
                        "credentials create",
                        "credentials list",
                        "credentials revoke",
                        "connect",
                        "sessions",
                        "sessions list",
                        "sessions show",
                        "sessions play",
                        "sessions kill",
                        "disable",
                        "enable",
                        "verify",
                        "version",
                        "completion")
                .map(command -> (command + " --help").strip());
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(terminal.run(command.split(" "))).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("Usage: gatehouse", "Example", "  gatehouse ");
    }

    @Test
    void versionAndCompletionArePrinted() {
        assertThat(terminal.run("version", "-o", "json")).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("\"version\":\"1.2.3\"");
        assertThat(terminal.run("completion", "bash")).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).startsWith("#!/").contains("complete -F", "credentials");
        assertThat(terminal.run("completion", "zsh")).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("compinit", "bashcompinit");
    }
}
