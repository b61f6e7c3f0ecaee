package dev.gatehouse.control.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint, called by every role over real HTTP. What is expected is written down here a second time, so that a
/// change of the table is seen.
class AuthorisationEndToEndTest {
    private static final int NOT_SIGNED_IN = 401;
    private static final int NOT_ALLOWED = 403;

    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Map<Endpoint, Set<Role>> ADMITTED = admitted();

    private final ApiOverHttp api = new ApiOverHttp(Optional.empty());

    @AfterEach
    void stop() {
        api.close();
    }

    private static Map<Endpoint, Set<Role>> admitted() {
        var admitted = new EnumMap<Endpoint, Set<Role>>(Endpoint.class);
        for (Endpoint open : Set.of(
                Endpoint.WHO_AM_I,
                Endpoint.LIST_CONNECTIONS,
                Endpoint.CREATE_CREDENTIAL,
                Endpoint.LIST_CREDENTIALS,
                Endpoint.REVOKE_CREDENTIAL,
                Endpoint.FIND_SESSIONS,
                Endpoint.SHOW_SESSION,
                Endpoint.END_SESSION,
                Endpoint.LIST_REQUESTS,
                Endpoint.CREATE_REQUEST,
                Endpoint.SHOW_REQUEST,
                Endpoint.APPROVE_REQUEST,
                Endpoint.DENY_REQUEST,
                Endpoint.PREVIEW_REQUEST,
                Endpoint.CONFIRM_REQUEST,
                Endpoint.WITHDRAW_REQUEST,
                Endpoint.EXPLAIN,
                Endpoint.OVERVIEW,
                Endpoint.DESCRIBE,
                Endpoint.LOG_CHECKPOINT,
                Endpoint.LOG_TILE)) {
            admitted.put(open, ALL);
        }
        for (Endpoint operators : Set.of(
                Endpoint.METRICS,
                Endpoint.DISABLE_CONNECTION,
                Endpoint.ENABLE_CONNECTION,
                Endpoint.DEAD_LETTERS,
                Endpoint.DISABLE_IDENTITY,
                Endpoint.ENABLE_IDENTITY)) {
            admitted.put(operators, Set.of(Role.OPERATOR));
        }
        for (Endpoint readers : Set.of(Endpoint.LIST_RULES, Endpoint.LIST_LOADS, Endpoint.COMPARE_LOADS)) {
            admitted.put(readers, Set.of(Role.AUDITOR, Role.OPERATOR));
        }
        admitted.put(Endpoint.REPLAY_SESSION, Set.of(Role.AUDITOR));
        admitted.put(Endpoint.WATCH_SESSION, Set.of(Role.AUDITOR));
        admitted.put(Endpoint.WATCHED, Set.of(Role.AUDITOR));
        admitted.put(Endpoint.SHOW_ANSWERS, Set.of(Role.AUDITOR));
        return admitted;
    }

    static Stream<Arguments> everyEndpointAndRole() {
        return Stream.of(Endpoint.values())
                .filter(endpoint -> !(endpoint.access() instanceof Access.Anonymous))
                .flatMap(endpoint -> Stream.of(Role.values()).map(role -> Arguments.of(endpoint, role)));
    }

    @ParameterizedTest
    @MethodSource("everyEndpointAndRole")
    void aRoleGetsAsFarAsTheTableSays(Endpoint endpoint, Role role) {
        assertThat(ADMITTED).as("an endpoint that this test does not know").containsKey(endpoint);
        String caller = switch (role) {
            case MEMBER -> "ada";
            case APPROVER -> "pia";
            case AUDITOR -> "aude";
            case OPERATOR -> "olga";
        };

        int status =
                api.call(endpoint.method().text(), path(endpoint), caller, "").statusCode();

        assertThat(status).isNotIn(NOT_SIGNED_IN, 500, 405);
        assertThat(status != NOT_ALLOWED)
                .isEqualTo(ADMITTED.getOrDefault(endpoint, Set.of()).contains(role));
    }

    @ParameterizedTest
    @MethodSource("everyEndpointAndRole")
    void withoutAGoodTokenNothingIsDone(Endpoint endpoint, Role role) {
        var without = api.call(endpoint.method().text(), path(endpoint), "", "");
        var withBad = api.call(endpoint.method().text(), path(endpoint), "bad" + role, "");

        assertThat(without.statusCode()).isEqualTo(NOT_SIGNED_IN);
        assertThat(withBad.statusCode()).isEqualTo(NOT_SIGNED_IN);
        assertThat(withBad.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(withBad.body()).contains("ref-1").doesNotContain("bad" + role);
        assertThat(api.gateway.audit).isEmpty();
    }

    @Test
    void onlyHealthReadinessAndTheWayInAreForEverybody() {
        assertThat(Stream.of(Endpoint.values()).filter(endpoint -> endpoint.access() instanceof Access.Anonymous))
                .containsExactly(Endpoint.HEALTH, Endpoint.READINESS, Endpoint.SIGN_IN_WAYS);
        assertThat(api.get("/healthz", "").statusCode()).isEqualTo(200);
        assertThat(api.get("/readyz", "").statusCode()).isEqualTo(200);
        assertThat(api.get("/api/v1/sign-in", "").statusCode()).isEqualTo(200);
    }

    static String path(Endpoint endpoint) {
        return endpoint.path()
                .replace("{name}", "shop")
                .replace("{from}", "0")
                .replace("{to}", "1")
                .replace("{issuer}", "corp")
                .replace("identities/corp/{+id}", "identities/corp/ada")
                .replace("{+path}", "0/000")
                .replace("{watch}", FakeGateway.BOBS.toString())
                .replace("{id}", FakeGateway.BOBS.toString());
    }
}
