package dev.gatehouse.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.admin.FakeGateway;
import dev.gatehouse.control.admin.ports.Switchboard.Switch;
import dev.gatehouse.model.Identity;
import io.helidon.http.Method;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody else's page, or somebody with a prepared link or cookie, tries at the console.
class ConsoleSecurityEndToEndTest {
    private static final String END = "/sessions/" + FakeGateway.ADAS + "/end";

    private ConsoleOverHttp console;

    @BeforeEach
    void start() throws IOException {
        console = new ConsoleOverHttp();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    static Stream<ConsolePage> changes() {
        return Stream.of(ConsolePage.values()).filter(page -> page.method().equals(Method.POST));
    }

    private static String filled(ConsolePage page) {
        return page.path()
                .replace("{id}", FakeGateway.ADAS.toString())
                .replace("{issuer}", "corp")
                .replace("{watch}", "0000000000000g000000000001")
                .replace("{name}", page.path().startsWith("/connections/") ? "shop" : "console.js");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aFormOfAnotherSiteChangesNothing(ConsolePage page) {
        String ada = console.signedIn("ada");
        String path = filled(page);
        String form = "theme=dark&because=x&sql=SELECT&connection=shop&_csrf=" + console.csrf(ada);

        assertThat(console.post(path, form, "Cookie", ada).statusCode()).isEqualTo(403);
        assertThat(console.post(path, form, "Cookie", ada, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.post(path, form, "Cookie", ada, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(console.post(path, form, "Cookie", ada, "Origin", console.origin(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.gateway.sessions).hasSize(3);
        assertThat(console.get("/sessions", "Cookie", ada).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeNeedsTheTokenOfThisVerySignIn() {
        String ada = console.signedIn("ada");
        String[] ours = {"Cookie", ada, "Origin", console.origin()};
        String others = console.csrf(console.signedIn("ada"));

        assertThat(console.post(END, "", ours).statusCode()).isEqualTo(403);
        assertThat(console.post(END, "_csrf=", ours).statusCode()).isEqualTo(403);
        assertThat(console.post(END, "_csrf=" + others, ours).statusCode()).isEqualTo(403);
        assertThat(console.gateway.sessions).hasSize(3);

        assertThat(console.post(END, "_csrf=" + console.csrf(ada), ours).statusCode())
                .isEqualTo(303);
        assertThat(console.gateway.sessions).hasSize(2);
    }

    @Test
    void whoseSignInIsTooOldIsAskedByTheIssuerOnceMore() {
        assertThat(console.get("/sign-in/at/corp?again=1&next=%2Frequests").header("Location"))
                .contains("prompt=login");
        assertThat(console.get("/sign-in/at/corp?next=%2Frequests").header("Location"))
                .doesNotContain("prompt=");
    }

    /// Begins to sign in; what the browser was told to send on, and the cookie that it got.
    private Map<String, String> begun(String next) {
        var answer = console.get("/sign-in/at/corp?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(303);
        var query = Arrays.stream(
                        URI.create(answer.header("Location")).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        query.put("cookie", answer.cookies().getFirst().split(";", 2)[0]);
        return query;
    }

    private Answered ended(Map<String, String> begun, String... more) {
        String cookies = Stream.concat(Stream.of(begun.getOrDefault("cookie", "")), Arrays.stream(more))
                .collect(Collectors.joining("; "));
        return console.get("/sign-in/back?code=c&state=" + begun.get("state"), "Cookie", cookies);
    }

    @Test
    void signingInGivesACookieThatNobodyKnewBefore() {
        String planted = Visit.SIGNED_IN + "=planted";
        var begun = begun("/requests");
        assertThat(begun).containsEntry("code_challenge_method", "S256").containsKeys("nonce", "code_challenge");
        console.issuer.says("ada", begun.getOrDefault("nonce", ""));

        var answer = ended(begun, planted);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/requests");
        String cookie = answer.cookies().getFirst();
        assertThat(cookie)
                .startsWith(Visit.SIGNED_IN + "=")
                .doesNotContain("planted")
                .contains("; Path=/; Secure; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(console.get("/sessions", "Cookie", planted).statusCode()).isEqualTo(303);
        assertThat(console.get("/sessions", "Cookie", cookie.split(";", 2)[0]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signingInAgainEndsTheSignInBefore() {
        String before = console.signedIn("bob");
        var begun = begun("/");
        console.issuer.says("ada", begun.getOrDefault("nonce", ""));

        ended(begun, before);

        assertThat(console.get("/sessions", "Cookie", before).statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyElsesBrowserCanFinishASignIn() {
        var mine = begun("/");
        var theirs = begun("/");
        console.issuer.says("mallory", theirs.getOrDefault("nonce", ""));
        String back = "/sign-in/back?code=c&state=" + theirs.get("state");

        for (var answer : java.util.List.of(
                console.get(back),
                console.get(back, "Cookie", mine.getOrDefault("cookie", "")),
                console.get(back, "Cookie", theirs.getOrDefault("cookie", "") + "x"))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.cookies()).isEmpty();
        }
    }

    @Test
    void aTokenOfAnotherSignInIsNotTaken() {
        var begun = begun("/");
        console.issuer.says("ada", begun("/").getOrDefault("nonce", ""));

        assertThat(ended(begun).statusCode()).isEqualTo(401);
    }

    @Test
    void aSignInThatTookTooLongIsBegunAgain() {
        var begun = begun("/");
        console.issuer.says("ada", begun.getOrDefault("nonce", ""));
        console.now.updateAndGet(now -> now.plus(Duration.ofMinutes(11)));

        assertThat(ended(begun).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "\\/evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/sign-in?next=/x",
                "@evil.example",
                ""
            })
    void aLinkThatSignsInLeadsNowhereElse(String next) {
        var begun = begun(next);
        console.issuer.says("ada", begun.getOrDefault("nonce", ""));

        assertThat(ended(begun).header("Location")).isEqualTo("/");
        assertThat(console.get(
                                "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                                "Cookie",
                                console.signedIn("ada"))
                        .header("Location"))
                .isEqualTo("/");
    }

    @Test
    void aSignInEndsByItselfByLeavingAndByTheSwitch() {
        String left = console.signedIn("ada");
        console.post("/sign-out", "_csrf=" + console.csrf(left), "Cookie", left, "Origin", console.origin());
        assertThat(console.get("/sessions", "Cookie", left).statusCode()).isEqualTo(303);

        String off = console.signedIn("bob");
        console.gateway.off.add(new Switch.OfIdentity(new Identity("corp", "bob")));
        assertThat(console.get("/sessions", "Cookie", off).statusCode()).isEqualTo(303);

        String idle = console.signedIn("ada");
        console.now.updateAndGet(now -> now.plus(Duration.ofMinutes(59)));
        assertThat(console.get("/sessions", "Cookie", idle).statusCode()).isEqualTo(200);
        console.now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        assertThat(console.get("/sessions", "Cookie", idle).statusCode())
                .as("the identity's session is over, whatever was done last")
                .isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(ConsolePage.class)
    void everyAnswerForbidsFramesAndInlineScripts(ConsolePage page) {
        String path = filled(page);
        var answer = page.method().equals(Method.POST)
                ? console.post(path, "")
                : console.get(path, "Cookie", console.signedIn("aude"));

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body()).doesNotContain(" style=", " onclick=", "<style");
    }
}
