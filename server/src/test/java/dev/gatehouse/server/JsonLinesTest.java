package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private final Logger logger = new LoggerContext().getLogger("dev.gatehouse.Test");

    private JsonNode line(LoggingEvent event) {
        var text = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
        assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void aLineHasItsFixedKeysAndNoOthers() {
        var plain = new LoggingEvent("", logger, Level.INFO, "one\ntwo", null, null);
        assertThat(line(plain).propertyNames()).containsExactly("time", "level", "logger", "message");
        assertThat(line(plain).get("message").asString()).isEqualTo("one\ntwo");
    }

    @Test
    void fieldsAndErrorsHaveKeysOfTheirOwn() {
        var broken = new IOException("no space", new IllegalStateException("disk"));
        var full = new LoggingEvent("", logger, Level.ERROR, "failed", broken, null);
        full.setKeyValuePairs(List.of(new KeyValuePair("connection", "shop")));
        assertThat(line(full).get("fields").get("connection").asString()).isEqualTo("shop");
        assertThat(line(full).get("error").asString())
                .isEqualTo("java.io.IOException: no space; caused by java.lang.IllegalStateException: disk");
    }
}
