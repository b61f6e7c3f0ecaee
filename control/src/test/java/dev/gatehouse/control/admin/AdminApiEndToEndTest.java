package dev.gatehouse.control.admin;

import static dev.gatehouse.control.admin.ApiOverHttp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdminApiEndToEndTest {
    private static final String SESSIONS = "/api/v1/sessions";

    private final ApiOverHttp api = new ApiOverHttp(Optional.empty());

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whoAmITellsIdentityRolesAndIssuers() {
        JsonNode me = json(api.get("/api/v1/whoami", "olga"));

        assertThat(me.get("who").asString()).isEqualTo("olga");
        assertThat(me.get("root").asString()).isEqualTo("corp:olga");
        assertThat(me.get("roles").toString()).isEqualTo("[\"member\",\"operator\"]");
        assertThat(me.get("issuers").toString()).isEqualTo("[\"corp\",\"ext\"]");
        assertThat(me.get("ends").asString()).isEqualTo("2026-03-01T13:00:00Z");
    }

    @Test
    void connectionsAreThoseOneMayUseAndAllForAnOperator() {
        assertThat(names("ada")).isEqualTo("shop care ");
        assertThat(names("bob")).isEqualTo("shop vault care ");
        assertThat(names("olga")).isEqualTo("shop vault care ");
    }

    private String names(String caller) {
        var names = new StringBuilder();
        json(api.get("/api/v1/connections", caller))
                .get("items")
                .forEach(item -> names.append(item.get("name").asString()).append(' '));
        return names.toString();
    }

    @Test
    void aCredentialSaysHowItIsUsedAndIsRecordedBeforeItIsShown() {
        var response = api.call("POST", "/api/v1/connections/shop/credentials", "ada", "{\"for\":\"90s\"}");
        JsonNode made = json(response);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(made.get("secret").asString()).isEqualTo("ghc_secret");
        assertThat(made.get("user").asString())
                .isEqualTo("ada/" + made.get("id").asString());
        assertThat(made.get("expires").asString()).isEqualTo("2026-03-01T12:01:30Z");
        assertThat(made.get("host").asString()).isEqualTo("gw.example.com");
        assertThat(api.gateway.audit).containsExactly("ada mint shop");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void aConnectionThatOneMayNotUseLooksLikeOneThatDoesNotExist() {
        var forbidden = api.call("POST", "/api/v1/connections/vault/credentials", "ada", "");
        var unknown = api.call("POST", "/api/v1/connections/nowhere/credentials", "ada", "");

        assertThat(forbidden.statusCode()).isEqualTo(404);
        assertThat(forbidden.body()).isEqualTo(unknown.body());
    }

    @Test
    void aConnectionThatAsksForAPurposeMintsNothingWithoutOne() {
        var without = api.call("POST", "/api/v1/connections/care/credentials", "ada", "");
        var with = api.call("POST", "/api/v1/connections/care/credentials", "ada", "{\"purpose\":\"support\"}");

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(json(without).get("detail").asString()).contains("--purpose");
        assertThat(with.statusCode()).isEqualTo(201);
    }

    @Test
    void nobodyRevokesACredentialOfSomebodyElseButAnOperator() {
        api.call("POST", "/api/v1/connections/shop/credentials", "ada", "");
        String path = "/api/v1/credentials/"
                + api.gateway.credentials.keySet().iterator().next();

        assertThat(api.call("DELETE", path, "bob", "").statusCode()).isEqualTo(404);
        assertThat(api.gateway.credentials).hasSize(1);
        assertThat(api.call("DELETE", path, "olga", "").statusCode()).isEqualTo(204);
        assertThat(api.gateway.credentials).isEmpty();
    }

    @Test
    void aSecretIsNeverListed() {
        api.call("POST", "/api/v1/connections/shop/credentials", "ada", "");

        assertThat(api.get("/api/v1/credentials", "ada").body())
                .contains("corp:ada")
                .doesNotContain("ghc_");
        assertThat(json(api.get("/api/v1/credentials", "bob")).get("items")).isEmpty();
    }

    @Test
    void disablingAnIdentityEndsItsSessionsAndItsAgents() {
        var response = api.call("PUT", "/api/v1/switches/identities/corp/ada", "olga", "{\"because\":\"left\"}");

        assertThat(json(response).get("ended").asInt()).isEqualTo(2);
        assertThat(api.gateway.sessions).extracting(open -> open.id()).containsExactly(FakeGateway.BOBS);
        assertThat(api.gateway.audit).containsExactly("olga disable identity corp:ada");
    }

    @Test
    void anIdentityMayContainASlashAndAnAt() {
        var response = api.call("PUT", "/api/v1/switches/identities/ext/team%2Fada@example.com", "olga", "");

        assertThat(json(response).get("name").asString()).isEqualTo("ext:team/ada@example.com");
    }

    @Test
    void aDisabledConnectionMintsNoCredentials() {
        api.call("PUT", "/api/v1/switches/connections/shop", "olga", "");
        var while_ = api.call("POST", "/api/v1/connections/shop/credentials", "ada", "");
        api.call("DELETE", "/api/v1/switches/connections/shop", "olga", "");
        var after = api.call("POST", "/api/v1/connections/shop/credentials", "ada", "");

        assertThat(while_.statusCode()).isEqualTo(409);
        assertThat(after.statusCode()).isEqualTo(201);
    }

    @Test
    void anAuditorSeesAllSessionsOthersTheirOwnAndTheirAgents() {
        assertThat(json(api.get(SESSIONS, "aude")).get("items")).hasSize(3);
        assertThat(json(api.get(SESSIONS, "ada")).get("items")).hasSize(2);
        assertThat(json(api.get(SESSIONS, "bob")).get("items")).hasSize(1);
        assertThat(json(api.get(SESSIONS, "olga")).get("items")).isEmpty();
    }

    @Test
    void anAgentDoesNotSeeWhatItsOwnerDid() {
        JsonNode items = json(api.get(SESSIONS, "bot")).get("items");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("who").asString()).isEqualTo("corp:bot");
        assertThat(api.get(SESSIONS + "/" + FakeGateway.ADAS, "bot").statusCode())
                .isEqualTo(404);
    }

    @Test
    void thatSomebodyReadTheRecordIsOnRecord() {
        api.get(SESSIONS + "/" + FakeGateway.BOBS, "aude");
        var replay = api.get(SESSIONS + "/" + FakeGateway.BOBS + "/replay", "aude");

        assertThat(replay.body()).isEqualTo("answers of " + FakeGateway.BOBS);
        assertThat(api.gateway.audit)
                .containsExactly("aude read statements " + FakeGateway.BOBS, "aude read answers " + FakeGateway.BOBS);
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        api.gateway.recordBroken = true;

        var replay = api.get(SESSIONS + "/" + FakeGateway.BOBS + "/replay", "aude");
        var off = api.call("PUT", "/api/v1/switches/connections/shop", "olga", "");
        var credential = api.call("POST", "/api/v1/connections/shop/credentials", "ada", "");

        assertThat(replay.statusCode()).isEqualTo(503);
        assertThat(replay.body()).doesNotContain("answers of");
        assertThat(off.statusCode()).isEqualTo(503);
        assertThat(api.gateway.off).isEmpty();
        assertThat(credential.body()).doesNotContain("ghc_").doesNotContain("the disk is full");
        assertThat(api.gateway.credentials).isEmpty();
    }

    @Test
    void onesOwnSessionCanBeEndedAndAnyByAnOperator() {
        String bobs = SESSIONS + "/" + FakeGateway.BOBS + "/end";

        assertThat(api.call("POST", bobs, "ada", "").statusCode()).isEqualTo(404);
        assertThat(api.call("POST", SESSIONS + "/" + FakeGateway.BOTS + "/end", "ada", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.call("POST", bobs, "olga", "").statusCode()).isEqualTo(200);
        assertThat(api.gateway.sessions).extracting(open -> open.id()).containsExactly(FakeGateway.ADAS);
    }

    @Test
    void mistakesInARequestAreNamed() {
        assertThat(api.get(SESSIONS + "?since=yesterday", "aude").body()).contains("since", "2026-03-01T00:00:00Z");
        assertThat(api.get(SESSIONS + "?limit=0", "aude").body()).contains("between 1 and 500");
        assertThat(api.get(SESSIONS + "?verdict=perhaps", "aude").statusCode()).isEqualTo(400);
        assertThat(api.get(SESSIONS + "/nonsense", "aude").statusCode()).isEqualTo(400);
        assertThat(api.call("POST", "/api/v1/connections/shop/credentials", "ada", "{\"for\":\"soon\"}")
                        .body())
                .contains("15m");
        assertThat(api.call("POST", "/api/v1/connections/shop/credentials", "ada", "{\"fro\":\"1m\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.call("POST", "/api/v1/connections/shop/credentials", "ada", "{\"for\"")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "{\"purpose\":\"" + "x".repeat(Asked.MOST_BODY) + "\"}";

        var response = api.call("POST", "/api/v1/connections/shop/credentials", "ada", large);

        assertThat(response.statusCode()).isIn(400, 413);
        assertThat(api.gateway.credentials).isEmpty();
    }

    @Test
    void everyRefusalIsAProblemWithoutWhatWasSent() {
        var unknown = api.get("/api/v2/<script>".replace("<", "%3C").replace(">", "%3E"), "ada");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(unknown).get("status").asInt()).isEqualTo(404);
        assertThat(unknown.body()).doesNotContain("script");
        assertThat(unknown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(unknown.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void readinessSaysWhatIsMissing() {
        api.gateway.ready = false;

        assertThat(api.get("/readyz", "").statusCode()).isEqualTo(503);
        assertThat(api.get("/readyz", "").body()).contains("starting");
        assertThat(api.get("/healthz", "").statusCode()).isEqualTo(200);
    }
}
