package dev.gatehouse.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.admin.Access;
import dev.gatehouse.control.admin.FakeGateway;
import dev.gatehouse.control.admin.Role;
import io.helidon.http.Method;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page, asked for by every role and by nobody, over real HTTP. What is expected is written down here a second
/// time, so that a change of the table is seen.
class PageAuthorisationEndToEndTest {
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<ConsolePage> FOR_EVERYBODY = Set.of(
            ConsolePage.SIGN_IN,
            ConsolePage.SIGN_IN_AT,
            ConsolePage.SIGN_IN_BACK,
            ConsolePage.PREFERENCES,
            ConsolePage.ASSET);
    private static final Map<ConsolePage, Set<Role>> ADMITTED = admitted();

    private static ConsoleOverHttp console;

    @BeforeAll
    static void start() throws IOException {
        console = new ConsoleOverHttp();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static Map<ConsolePage, Set<Role>> admitted() {
        var admitted = new EnumMap<ConsolePage, Set<Role>>(ConsolePage.class);
        for (ConsolePage page : Set.of(
                ConsolePage.SIGN_OUT,
                ConsolePage.LIVE,
                ConsolePage.OVERVIEW,
                ConsolePage.SESSIONS,
                ConsolePage.SESSION,
                ConsolePage.END_SESSION,
                ConsolePage.REQUESTS,
                ConsolePage.REQUEST,
                ConsolePage.CONFIRM,
                ConsolePage.WITHDRAW,
                ConsolePage.CONNECTIONS,
                ConsolePage.MINT,
                ConsolePage.REVOKE,
                ConsolePage.PLAYGROUND,
                ConsolePage.EXPLAIN)) {
            admitted.put(page, ALL);
        }
        admitted.put(ConsolePage.REPLAY, Set.of(Role.AUDITOR));
        admitted.put(ConsolePage.BYTES, Set.of(Role.AUDITOR));
        admitted.put(ConsolePage.APPROVE, Set.of(Role.APPROVER));
        admitted.put(ConsolePage.DENY, Set.of(Role.APPROVER));
        admitted.put(ConsolePage.WATCH, Set.of(Role.AUDITOR));
        admitted.put(ConsolePage.WATCHED, Set.of(Role.AUDITOR));
        admitted.put(ConsolePage.PREVIEW, Set.of(Role.APPROVER));
        admitted.put(ConsolePage.SWITCH_OFF, Set.of(Role.OPERATOR));
        admitted.put(ConsolePage.SWITCH_ON, Set.of(Role.OPERATOR));
        admitted.put(ConsolePage.RULES, Set.of(Role.AUDITOR, Role.OPERATOR));
        return admitted;
    }

    static Stream<Arguments> everyPageAndRole() {
        return Stream.of(ConsolePage.values())
                .filter(page -> !(page.access() instanceof Access.Anonymous))
                .flatMap(page -> Stream.of(Role.values()).map(role -> Arguments.of(page, role)));
    }

    @ParameterizedTest
    @MethodSource("everyPageAndRole")
    void aRoleGetsAsFarAsTheTableSays(ConsolePage page, Role role) {
        assertThat(ADMITTED).as("a page that this test does not know").containsKey(page);
        String cookie = console.signedIn(
                switch (role) {
                    case MEMBER -> "ada";
                    case APPROVER -> "pia";
                    case AUDITOR -> "aude";
                    case OPERATOR -> "olga";
                });

        int status = call(page, cookie).statusCode();

        assertThat(status).isNotIn(401, 405, 500);
        assertThat(status != 403)
                .isEqualTo(ADMITTED.getOrDefault(page, Set.of()).contains(role));
    }

    @ParameterizedTest
    @EnumSource(ConsolePage.class)
    void whoIsNotSignedInIsSentToSignInAndSeesNothing(ConsolePage page) {
        var answer = call(page, "");

        if (FOR_EVERYBODY.contains(page)) {
            assertThat(answer.body()).doesNotContain("corp:");
        } else if (page == ConsolePage.LIVE) {
            assertThat(answer.statusCode()).isEqualTo(401);
        } else {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.header("Location")).startsWith("/sign-in?next=");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void onlyTheWayInIsForEverybody() {
        assertThat(Stream.of(ConsolePage.values()).filter(page -> page.access() instanceof Access.Anonymous))
                .containsExactlyInAnyOrderElementsOf(FOR_EVERYBODY);
    }

    @Test
    void aSessionOfSomebodyElseIsNotThereForAMember() {
        String bobs = "/sessions/" + FakeGateway.BOBS;
        assertThat(console.get(bobs, "Cookie", console.signedIn("ada")).statusCode())
                .isEqualTo(404);
        assertThat(console.get(bobs, "Cookie", console.signedIn("aude")).statusCode())
                .isEqualTo(200);
    }

    /// With everything that a form of the page would send.
    private static Answered call(ConsolePage page, String cookie) {
        String path = page.path()
                .replace("{watch}", FakeGateway.BOBS.toString())
                .replace("{id}", FakeGateway.BOBS.toString())
                .replace("{issuer}", "corp")
                .replace("connections/{name}", "connections/shop")
                .replace("{name}", "console.css");
        if (page.method().equals(Method.GET)) {
            return console.get(path, "Cookie", cookie);
        }
        String token = cookie.isEmpty() ? "" : console.csrf(cookie);
        return console.post(
                path, "_csrf=" + token + "&connection=shop&sql=SELECT+1", "Cookie", cookie, "Origin", console.origin());
    }
}
