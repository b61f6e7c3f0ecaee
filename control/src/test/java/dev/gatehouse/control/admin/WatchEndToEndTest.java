package dev.gatehouse.control.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Watching a session while it goes on, over real HTTP.
class WatchEndToEndTest {
    private static final String WATCH = "/api/v1/sessions/" + FakeGateway.BOBS + "/watch";
    private static final String BECAUSE = "{\"because\":\"INC-42\"}";

    private final ApiOverHttp api = new ApiOverHttp(Optional.empty());

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whatForIsAskedAndOnRecordBeforeAnythingIsSeen() {
        assertThat(api.call("POST", WATCH, "aude", "").statusCode()).isEqualTo(400);
        assertThat(api.gateway.audit).isEmpty();

        var begun = api.call("POST", WATCH, "aude", BECAUSE);

        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(ApiOverHttp.json(begun).get("live").asBoolean()).isTrue();
        assertThat(api.gateway.audit)
                .containsExactly("aude watch " + FakeGateway.BOBS + " INC-42", "tell " + FakeGateway.BOBS);
        String watch = ApiOverHttp.json(begun).get("watch").asString();
        assertThat(api.get(WATCH + "/" + watch, "aude").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyGoesOnWithAnothersWatch() {
        String watch = ApiOverHttp.json(api.call("POST", WATCH, "aude", BECAUSE))
                .get("watch")
                .asString();
        api.gateway.roles.put("eve", java.util.Set.of(Role.AUDITOR));

        assertThat(api.get(WATCH + "/" + watch, "eve").statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/sessions/" + FakeGateway.ADAS + "/watch/" + watch, "aude")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itIsOffUnlessTheConfigurationSaysSo() {
        api.gateway.watchable = false;

        var refused = api.call("POST", WATCH, "aude", BECAUSE);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("session.watch");
        assertThat(api.gateway.audit).isEmpty();
    }

    @Test
    void whatIsOverIsReplayedNotWatched() {
        api.gateway.sessions.clear();

        assertThat(api.call("POST", WATCH, "aude", BECAUSE).statusCode()).isEqualTo(404);
    }
}
