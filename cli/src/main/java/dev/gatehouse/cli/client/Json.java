package dev.gatehouse.cli.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How the command line reads and prints JSON: what a newer gateway adds is ignored, what is absent is left out.
public final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(values -> values.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /// `value` in one line.
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
