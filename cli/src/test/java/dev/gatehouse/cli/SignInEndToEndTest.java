package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `login` at an identity provider: by a code for another device, and by a browser on this machine.
class SignInEndToEndTest {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/authorize\\?(\\S+)");

    @TempDir
    Path home;

    private ServedGateway gateway;
    private Terminal terminal;

    @BeforeEach
    void start() {
        gateway = new ServedGateway(Optional.empty());
        terminal = new Terminal(home);
        terminal.environment.put("GATEHOUSE_URL", "http://127.0.0.1:" + gateway.port());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aCodeIsEnteredElsewhereWhileTheCommandWaits() throws IOException {
        try (var provider = new ScriptedProvider(true)) {
            gateway.ways = List.of(provider.way());
            provider.answers.addAll(List.of("authorization_pending", "slow_down", "{'sub':'ada'}"));

            assertThat(terminal.run("login", "--device")).as(terminal.err()).isZero();

            assertThat(terminal.err()).contains("WDJB-MJHT").contains(provider.url() + "/enter");
            assertThat(terminal.out()).startsWith("Signed in at ");
            assertThat(terminal.waits.stream().map(wait -> wait.toSeconds())).containsExactly(1L, 1L, 6L);
            assertThat(provider.asked.getLast())
                    .containsEntry("device_code", "d-1")
                    .containsEntry("client_id", "gatehouse");
        }
        terminal.environment.clear();
        assertThat(terminal.run("credentials", "list")).isZero();
    }

    @Test
    void aRefusalAndAnExpiryAreTold() throws IOException {
        try (var provider = new ScriptedProvider(true)) {
            gateway.ways = List.of(provider.way());
            provider.answers.add("access_denied");
            assertThat(terminal.run("login", "--device")).isEqualTo(Exit.REFUSED);
            assertThat(terminal.err()).contains("refused at the identity provider");

            provider.answers.add("expired_token");
            assertThat(terminal.run("login", "--device")).isEqualTo(Exit.REFUSED);
            assertThat(terminal.err()).contains("in time");
        }
    }

    @Test
    void aBrowserComesBackToThisMachine() throws Exception {
        try (var provider = new ScriptedProvider(false)) {
            gateway.ways = List.of(provider.way());
            var login = new FutureTask<>(() -> terminal.run("login", "--browser"));
            Thread.ofVirtual().start(login);
            var address = ScriptedProvider.pairs(address());

            assertThat(status(address.get("redirect_uri") + "?code=c-1&state=guessed"))
                    .isEqualTo(400);
            provider.answers.add("{'nonce':'" + address.get("nonce") + "'}");
            assertThat(status(address.get("redirect_uri") + "?code=c-1&state=" + address.get("state")))
                    .isEqualTo(200);

            assertThat(login.get(60, TimeUnit.SECONDS)).as(terminal.err()).isZero();
            assertThat(address.get("redirect_uri")).startsWith("http://127.0.0.1:");
            assertThat(address).containsEntry("code_challenge_method", "S256");
            assertThat(provider.asked.getLast()).containsEntry("code", "c-1").containsKey("code_verifier");
        }
    }

    @Test
    void aTokenThatWasMadeForAnotherSignInIsNotKept() throws Exception {
        try (var provider = new ScriptedProvider(false)) {
            gateway.ways = List.of(provider.way());
            var login = new FutureTask<>(() -> terminal.run("login", "--browser"));
            Thread.ofVirtual().start(login);
            var address = ScriptedProvider.pairs(address());
            provider.answers.add("{'nonce':'another'}");
            status(address.get("redirect_uri") + "?code=c-1&state=" + address.get("state"));

            assertThat(login.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.REFUSED);
            assertThat(terminal.err()).contains("not made for this sign-in");
        }
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThat(terminal.run("login", "--browser")).isEqualTo(Exit.USAGE);
        assertThat(terminal.err()).contains("knows no identity provider");
        assertThat(terminal.run("login", "--browser", "--device")).isEqualTo(Exit.USAGE);
        assertThat(terminal.err()).contains("Choose one");
    }

    private String address() throws InterruptedException {
        for (int i = 0; i < 3000; i++) {
            Matcher found = ADDRESS.matcher(terminal.err());
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no address was printed: " + terminal.err());
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
