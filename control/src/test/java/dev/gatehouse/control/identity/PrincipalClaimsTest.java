package dev.gatehouse.control.identity;

import static dev.gatehouse.control.identity.Tokens.bad;
import static dev.gatehouse.control.identity.Tokens.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.identity.Tokens.Bad;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who a token that is genuine is about, or why nobody can tell.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrincipalClaimsTest {
    private static final Identity ADA = Principals.ADA;

    @TempDir
    private static Path directory;

    private Tokens tokens;

    @BeforeAll
    void makeKeys() throws GeneralSecurityException, IOException {
        tokens = new Tokens(directory);
    }

    private Token token() {
        return tokens.token();
    }

    private long in(Duration time) {
        return tokens.in(time);
    }

    private Principal principal(Token token) {
        return tokens.principal(token);
    }

    Stream<Bad> badTokens() {
        return Stream.concat(badSubjects().stream(), badActors().stream());
    }

    private List<Bad> badSubjects() {
        return List.of(
                bad("no subject", Reason.SUBJECT, t -> t.claim("email", null).claim("sub", null)),
                bad("blank subject", Reason.MALFORMED, t -> t.claim("email", " ")),
                bad(
                        "subject a number",
                        Reason.MALFORMED,
                        t -> t.claim("email", null).claim("sub", 7)),
                bad("line break in the subject", Reason.MALFORMED, t -> t.claim("email", "ada\n@example.com")),
                bad("endless subject", Reason.MALFORMED, t -> t.claim("email", "a".repeat(513))),
                bad(
                        "subject that ends like a credential",
                        Reason.SUBJECT,
                        t -> t.claim("email", "ada/01arz3ndektsv4rrffq69g5fav")),
                bad("groups of numbers", Reason.MALFORMED, t -> t.claim("groups", List.of(1, 2))),
                bad("unknown kind", Reason.KIND, t -> t.claim("gatehouse_kind", "admin")),
                bad("kind in capitals", Reason.KIND, t -> t.claim("gatehouse_kind", "Person")),
                bad("kind a list", Reason.MALFORMED, t -> t.claim("gatehouse_kind", List.of("person"))),
                bad("agent without owner", Reason.OWNER, t -> t.claim("gatehouse_kind", "agent")),
                bad("client without owner", Reason.OWNER, t -> t.claim("azp", "u-1")),
                bad(
                        "client that says it is a person",
                        Reason.OWNER,
                        t -> t.claim("client_id", "u-1").claim("gatehouse_kind", "person")),
                bad(
                        "agent that owns itself",
                        Reason.OWNER,
                        t -> t.claim("gatehouse_kind", "agent").claim("gatehouse_owner", "ada@example.com")),
                bad(
                        "agent owned by a bot",
                        Reason.OWNER,
                        t -> t.claim("email", "loop-bot").claim("gatehouse_kind", "agent")),
                bad(
                        "agent within the skew but over",
                        Reason.EXPIRED,
                        t -> t.claim("email", "build-bot")
                                .claim("gatehouse_kind", "agent")
                                .claim("exp", in(Duration.ofSeconds(-1)))));
    }

    private List<Bad> badActors() {
        return List.of(
                bad("act a text", Reason.MALFORMED, t -> t.claim("act", "bot")),
                bad("act without a subject", Reason.SUBJECT, t -> t.claim("act", Map.of())),
                bad(
                        "a person acts",
                        Reason.ACTOR,
                        t -> t.claim("act", Map.of("sub", "bob", "gatehouse_kind", "person"))),
                bad(
                        "a person acts, said outside",
                        Reason.ACTOR,
                        t -> t.claim("act", Map.of("sub", "bob")).claim("gatehouse_kind", "person")),
                bad("acting for oneself", Reason.ACTOR, t -> t.claim("act", Map.of("sub", "ada@example.com"))),
                bad(
                        "actor of another issuer",
                        Reason.ACTOR,
                        t -> t.claim("act", Map.of("sub", "bot", "iss", "https://x"))),
                bad("endless chain", Reason.ACTOR, t -> t.claim("act", nested(9))),
                bad(
                        "acting for a bot of somebody",
                        Reason.ACTOR,
                        t -> t.claim("act", Map.of("sub", "bot")).claim("email", "build-bot")),
                bad(
                        "acting for a client",
                        Reason.ACTOR,
                        t -> t.claim("act", Map.of("sub", "bot")).claim("azp", "u-1")),
                bad(
                        "acting for an agent",
                        Reason.ACTOR,
                        t -> t.claim("act", Map.of("sub", "bot", "gatehouse_kind", "agent"))
                                .claim("gatehouse_kind", "agent")));
    }

    private static Map<String, Object> nested(int depth) {
        return depth == 1 ? Map.of("sub", "bot1") : Map.of("sub", "bot" + depth, "act", nested(depth - 1));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefusedForItsReason(Bad bad) {
        String text = bad.change().apply(token()).text();
        assertThat(tokens.verifier.verify(text))
                .isInstanceOfSatisfying(
                        Verification.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .as(rejected.text())
                                .isEqualTo(bad.reason()));
    }

    @Test
    void anUnverifiedEmailDoesNotCount() {
        for (Object no : List.of(false, "false", "False")) {
            assertThat(principal(token().claim("email_verified", no)).who()).isEqualTo(new Identity("corp", "u-1"));
        }
    }

    @Test
    void groupsBelongToTheIssuer() {
        Principal principal = principal(token().claim("groups", List.of("engineering", "leads")));
        assertThat(principal.groups())
                .containsExactlyInAnyOrder(new Group("corp", "engineering"), new Group("corp", "leads"));
        assertThat(principal(token().claim("groups", "solo")).groups()).containsExactly(new Group("corp", "solo"));
    }

    @Test
    void aClientIsAServiceUnlessTheClaimSaysAgent() {
        var client = token().claim("email", "build-bot").claim("client_id", "u-1");
        assertThat(principal(client).kind()).isEqualTo(Kind.SERVICE);
        Principal agent = principal(client.claim("gatehouse_kind", "agent"));
        assertThat(agent.kind()).isEqualTo(Kind.AGENT);
        assertThat(agent.root()).isEqualTo(ADA);
        assertThat(agent.owner()).contains(ADA);
    }

    @Test
    void everySignOfAClientIsSeen() {
        for (var sign : List.of(
                Map.entry("client_id", "u-1"),
                Map.entry("clientId", "u-1"),
                Map.entry("gty", "client-credentials"),
                Map.entry("grant_type", "client_credentials"),
                Map.entry("idtyp", "app"),
                Map.entry("preferred_username", "service-account-x"))) {
            var token = token().claim("email", "build-bot").claim(sign.getKey(), sign.getValue());
            assertThat(principal(token).kind()).as(sign.getKey()).isEqualTo(Kind.SERVICE);
        }
    }

    @Test
    void theOutermostActorIsWhoAndTheSubjectTheRoot() {
        var act = Map.of(
                "sub", "executor",
                "groups", List.of("bots"),
                "act", Map.of("sub", "planner"));
        Principal principal = principal(token().claim("act", act).claim("groups", List.of("data-protection")));
        Identity executor = new Identity("corp", "executor");
        assertThat(principal.who()).isEqualTo(executor);
        assertThat(principal.kind()).isEqualTo(Kind.AGENT);
        assertThat(principal.chain()).containsExactly(executor, new Identity("corp", "planner"), ADA);
        assertThat(principal.root()).isEqualTo(ADA);
        assertThat(principal.owner()).contains(ADA);
        assertThat(principal.groups()).containsExactly(new Group("corp", "bots"));
    }

    @Test
    void theKindOfAnActorMayStandInsideOrOutside() {
        var outside = token().claim("act", Map.of("sub", "bot")).claim("gatehouse_kind", "service");
        assertThat(principal(outside).kind()).isEqualTo(Kind.SERVICE);
        var inside = token().claim("act", Map.of("sub", "bot", "gatehouse_kind", "service"))
                .claim("gatehouse_kind", "person");
        assertThat(principal(inside).kind()).isEqualTo(Kind.SERVICE);
    }

    @Test
    void anIssuerThatMayNotAssertIsRefusedWhenItDoes() throws IOException {
        TokenVerifier humble = tokens.verifier(Issuers.corp());
        assertThat(humble.verify(token().text())).isInstanceOf(Verification.Verified.class);
        String kind = token().claim("gatehouse_kind", "person").text();
        assertThat(reason(humble, kind)).isEqualTo(Reason.KIND);
        String act = token().claim("act", Map.of("sub", "bot")).text();
        assertThat(reason(humble, act)).isEqualTo(Reason.ACTOR);
        String kindOfActor = token().claim("act", Map.of("sub", "bot", "gatehouse_kind", "agent"))
                .text();
        assertThat(reason(tokens.verifier(Issuers.corp(Issuer.Assertion.ACT)), kindOfActor))
                .isEqualTo(Reason.KIND);
    }

    @Test
    void aPersonMayStayForTheGraceAndAnAgentUntilItsTokenExpires() {
        assertThat(principal(token()).ends()).isEqualTo(tokens.clock.instant().plus(Duration.ofHours(8)));
        var day = token().claim("exp", in(Duration.ofDays(1)));
        assertThat(principal(day).ends()).isEqualTo(tokens.clock.instant().plus(Duration.ofHours(12)));
        var agent = token().claim("email", "build-bot").claim("gatehouse_kind", "agent");
        assertThat(principal(agent).ends()).isEqualTo(tokens.clock.instant().plusSeconds(300));
        assertThat(principal(agent.claim("exp", in(Duration.ofDays(1)))).ends())
                .isEqualTo(tokens.clock.instant().plus(Duration.ofHours(12)));
    }

    @Test
    void signInIsAuthTimeElseIssuanceElseLongAgo() {
        var token = token().claim("iat", in(Duration.ofMinutes(-5))).claim("auth_time", in(Duration.ofHours(-2)));
        assertThat(principal(token).authTime()).isEqualTo(tokens.clock.instant().minus(Duration.ofHours(2)));
        assertThat(principal(token.claim("auth_time", null)).authTime())
                .isEqualTo(tokens.clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(principal(token.claim("iat", null)).authTime()).isEqualTo(Instant.EPOCH);
        assertThat(principal(token().claim("auth_time", in(Duration.ofSeconds(30))))
                        .authTime())
                .isEqualTo(tokens.clock.instant());
    }
}
