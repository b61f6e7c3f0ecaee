package dev.gatehouse.control.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A POST that is sent again, because its answer was not heard, does nothing again.
class RepetitionsEndToEndTest {
    private static final String MINT = "/api/v1/connections/shop/credentials";

    private final ApiOverHttp api = new ApiOverHttp(Optional.empty());

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndDoesNothingAgain() {
        var first = api.call("POST", MINT, "ada", "{\"for\":\"90s\"}", "k-1");
        var again = api.call("POST", MINT, "ada", "{\"for\":\"90s\"}", "k-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.gateway.audit).containsExactly("ada mint shop");
    }

    @Test
    void anotherKeyCallerOrPathIsAnotherRequest() {
        api.call("POST", MINT, "ada", "", "k-1");
        api.call("POST", MINT, "ada", "", "k-2");
        api.call("POST", MINT, "bob", "", "k-1");
        api.call("POST", MINT, "ada", "", "");
        api.call("POST", MINT, "ada", "", "");

        assertThat(api.gateway.audit).hasSize(5);
    }

    @Test
    void aKeyForAnotherBodyIsRefused() {
        api.call("POST", MINT, "ada", "{\"for\":\"90s\"}", "k-1");
        var other = api.call("POST", MINT, "ada", "{\"for\":\"80s\"}", "k-1");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(api.gateway.audit).hasSize(1);
    }

    @Test
    void whatFailedHereMayBeTriedAgain() {
        api.gateway.recordBroken = true;
        assertThat(api.call("POST", MINT, "ada", "", "k-1").statusCode()).isEqualTo(503);
        api.gateway.recordBroken = false;

        assertThat(api.call("POST", MINT, "ada", "", "k-1").statusCode()).isEqualTo(201);
    }

    @Test
    void aKeyIsOfVisibleCharacters() {
        assertThat(api.call("POST", MINT, "ada", "", "a b").statusCode()).isEqualTo(400);
    }
}
