package dev.gatehouse.control.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who reads the name of Bob, with whom they have nothing to do, at every endpoint and in every role. What is expected
/// stands here a second time; an endpoint that is missing here fails.
class NamesEndToEndTest {
    private static final Set<Role> NOBODY = Set.of();
    private static final Set<Role> AUDITORS = Set.of(Role.AUDITOR);
    private static final Set<Role> ASKED = Set.of(Role.AUDITOR, Role.APPROVER);
    private static final Map<Endpoint, Set<Role>> READ_NAMES = readNames();

    private final ApiOverHttp api = new ApiOverHttp(Optional.empty());

    @BeforeEach
    void plantBobEverywhere() {
        var bob = FakeGateway.person("bob");
        api.gateway.requests.put(FakeGateway.BOBS, bob, bob);
        api.call("POST", "/api/v1/connections/shop/credentials", "bob", "");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static Map<Endpoint, Set<Role>> readNames() {
        var names = new EnumMap<Endpoint, Set<Role>>(Endpoint.class);
        for (Endpoint ofSessions :
                Set.of(Endpoint.FIND_SESSIONS, Endpoint.SHOW_SESSION, Endpoint.SHOW_ANSWERS, Endpoint.WATCH_SESSION)) {
            names.put(ofSessions, AUDITORS);
        }
        for (Endpoint ofRequests : Set.of(
                Endpoint.LIST_REQUESTS,
                Endpoint.CREATE_REQUEST,
                Endpoint.SHOW_REQUEST,
                Endpoint.CONFIRM_REQUEST,
                Endpoint.WITHDRAW_REQUEST)) {
            names.put(ofRequests, ASKED);
        }
        for (Endpoint deciding : Set.of(Endpoint.APPROVE_REQUEST, Endpoint.DENY_REQUEST)) {
            names.put(deciding, Set.of(Role.APPROVER)); // auditors do not decide
        }
        names.put(Endpoint.LIST_CONNECTIONS, Set.of(Role.OPERATOR)); // whom the configuration names in `access`
        for (Endpoint without : Set.of(
                Endpoint.HEALTH,
                Endpoint.READINESS,
                Endpoint.METRICS,
                Endpoint.SIGN_IN_WAYS,
                Endpoint.WHO_AM_I,
                Endpoint.CREATE_CREDENTIAL,
                Endpoint.LIST_CREDENTIALS,
                Endpoint.REVOKE_CREDENTIAL,
                Endpoint.DISABLE_CONNECTION,
                Endpoint.ENABLE_CONNECTION,
                Endpoint.DISABLE_IDENTITY,
                Endpoint.ENABLE_IDENTITY,
                Endpoint.REPLAY_SESSION,
                Endpoint.END_SESSION,
                Endpoint.WATCHED,
                Endpoint.PREVIEW_REQUEST,
                Endpoint.LIST_RULES,
                Endpoint.EXPLAIN,
                Endpoint.LIST_LOADS,
                Endpoint.COMPARE_LOADS,
                Endpoint.OVERVIEW,
                Endpoint.DEAD_LETTERS,
                Endpoint.DESCRIBE,
                Endpoint.LOG_CHECKPOINT,
                Endpoint.LOG_TILE)) {
            names.put(without, NOBODY);
        }
        return names;
    }

    static Stream<Arguments> everyEndpointAndRole() {
        return Stream.of(Endpoint.values())
                .flatMap(endpoint -> Stream.of(Role.values()).map(role -> Arguments.of(endpoint, role)));
    }

    @ParameterizedTest
    @MethodSource("everyEndpointAndRole")
    void aColleagueIsNamedToWhoeverMayKnow(Endpoint endpoint, Role role) {
        assertThat(READ_NAMES).as("an endpoint that this test does not know").containsKey(endpoint);

        var answer = api.call(
                endpoint.method().text(), AuthorisationEndToEndTest.path(endpoint), caller(role), body(endpoint));

        assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(500);
        if (READ_NAMES.getOrDefault(endpoint, NOBODY).contains(role)) {
            assertThat(answer.body()).containsPattern("(corp|user):bob");
        } else {
            assertThat(answer.body()).doesNotContain("bob");
        }
    }

    private static String caller(Role role) {
        return switch (role) {
            case MEMBER -> "ada";
            case APPROVER -> "pia";
            case AUDITOR -> "aude";
            case OPERATOR -> "olga";
        };
    }

    private static String body(Endpoint endpoint) {
        return switch (endpoint) {
            case CREATE_REQUEST ->
                "{\"connection\":\"shop\",\"effects\":[\"write\"],\"for\":\"30m\",\"because\":\"INC-42\"}";
            case DENY_REQUEST, WATCH_SESSION -> "{\"because\":\"INC-42\"}";
            case EXPLAIN -> "{\"connection\":\"shop\",\"sql\":\"SELECT 1\"}";
            default -> "";
        };
    }

    @Test
    void operatorsAndMembersReadTheSamePseudonymEverywhere() {
        String credentials = api.get("/api/v1/credentials", "olga").body();
        String request = api.get("/api/v1/requests/" + FakeGateway.BOBS, "olga").body();
        String pseudonym = ApiOverHttp.json(api.get("/api/v1/credentials", "olga"))
                .path("items")
                .path(0)
                .path("who")
                .asString();

        assertThat(pseudonym).matches("corp:colleague~[0-9a-z]{12}");
        assertThat(credentials).contains(pseudonym);
        assertThat(request).contains(pseudonym);
        assertThat(api.get("/api/v1/requests/" + FakeGateway.BOBS, "ada").body())
                .contains(pseudonym);
    }

    @Test
    void aFilterKnowsNobodyWhomTheReaderDoesNot() {
        String pseudonym = ApiOverHttp.json(api.get("/api/v1/requests", "ada"))
                .path("items")
                .path(0)
                .path("root")
                .asString();

        assertThat(found("ada", "bob")).isZero();
        assertThat(found("ada", "corp:bob")).isZero();
        assertThat(found("ada", pseudonym)).isOne();
        assertThat(found("pia", "bob")).isOne();
        assertThat(found("aude", "corp:bob")).isOne();
    }

    private int found(String caller, String requester) {
        return ApiOverHttp.json(api.get("/api/v1/requests?requester=" + requester, caller))
                .path("items")
                .size();
    }

    @Test
    void whoeverAskedReadsTheirOwnNameAndTheirAgentsButNotWhoAnswered() {
        api.gateway.requests.put(FakeGateway.BOBS, FakeGateway.agent("bot", "ada"), FakeGateway.person("bob"));

        String body = api.get("/api/v1/requests/" + FakeGateway.BOBS, "ada").body();

        assertThat(body)
                .contains("\"requester\":\"corp:bot\"", "\"root\":\"corp:ada\"")
                .doesNotContain("corp:bob");
        assertThat(api.get("/api/v1/requests/" + FakeGateway.BOBS, "bot").body())
                .contains("\"requester\":\"corp:bot\"", "\"root\":\"corp:ada\"");
    }
}
