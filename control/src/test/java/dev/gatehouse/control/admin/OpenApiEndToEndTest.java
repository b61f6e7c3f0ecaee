package dev.gatehouse.control.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The API's description, against the running API.
class OpenApiEndToEndTest {
    private final ApiOverHttp api = new ApiOverHttp(Optional.empty());

    @AfterEach
    void stop() {
        api.close();
    }

    private JsonNode description() {
        var response = api.get("/api/v1/openapi.json", "ada");
        assertThat(response.statusCode()).isEqualTo(200);
        return ApiOverHttp.json(response);
    }

    @Test
    void everyEndpointIsDescribedAndNothingElse() {
        var described = new TreeSet<String>();
        description()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> described.add(method.getKey() + " " + path.getKey())));
        var there = new TreeSet<String>();
        for (Endpoint endpoint : Endpoint.values()) {
            there.add(endpoint.method().text().toLowerCase(Locale.ROOT) + " " + OpenApi.path(endpoint));
        }

        assertThat(described).isEqualTo(there);
        assertThat(description().get("openapi").asString()).isEqualTo("3.1.0");
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void whatIsAnsweredFitsWhatIsDescribed(Endpoint endpoint) {
        var description = description();
        JsonNode operation = description
                .get("paths")
                .get(OpenApi.path(endpoint))
                .get(endpoint.method().text().toLowerCase(Locale.ROOT));
        String body = endpoint == Endpoint.EXPLAIN ? "{\"connection\":\"shop\",\"sql\":\"SELECT 1\"}" : "";

        var response =
                api.call(endpoint.method().text(), AuthorisationEndToEndTest.path(endpoint), caller(endpoint), body);

        int status = response.statusCode();
        JsonNode described = operation.get("responses").get(Integer.toString(status));
        if (status >= 400) {
            assertThat(operation.get("responses").has("default")).isTrue();
        } else {
            assertThat(described)
                    .as("an answer " + status + " that is not described")
                    .isNotNull();
            JsonNode schema = described.at("/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                assertThat(mistakes(description, schema, ApiOverHttp.json(response), ""))
                        .isEmpty();
            }
        }
    }

    private static String caller(Endpoint endpoint) {
        return endpoint.access() instanceof Access.Only(Role role) && role == Role.OPERATOR ? "olga" : "aude";
    }

    /// Where `value` does not fit `schema`.
    private static List<String> mistakes(JsonNode document, JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            return mistakes(document, document.at(schema.get("$ref").asString().substring(1)), value, at);
        }
        var mistakes = new ArrayList<String>();
        if (value.isNull() || !schema.has("type")) {
            return mistakes;
        }
        String type = schema.get("type").asString();
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isString();
        };
        if (!fits) {
            mistakes.add(at + " is no " + type);
        } else if (value.isArray()) {
            value.forEach(item -> mistakes.addAll(mistakes(document, schema.get("items"), item, at + "[]")));
        } else if (value.isObject() && schema.has("properties")) {
            JsonNode known = schema.get("properties");
            value.properties().forEach(property -> {
                String there = at + "." + property.getKey();
                if (known.has(property.getKey())) {
                    mistakes.addAll(mistakes(document, known.get(property.getKey()), property.getValue(), there));
                } else {
                    mistakes.add(there + " is not described");
                }
            });
            schema.get("required").forEach(name -> {
                if (!value.has(name.asString())) {
                    mistakes.add(at + "." + name.asString() + " is missing");
                }
            });
        }
        return mistakes;
    }

    /// Issuers are a handful and are asked for before anybody has signed in.
    @ParameterizedTest
    @EnumSource(value = Endpoint.class, mode = EnumSource.Mode.EXCLUDE, names = "SIGN_IN_WAYS")
    void everyListIsCutIntoPages(Endpoint endpoint) {
        var words = EndpointWords.of(endpoint);

        if (words.paged()) {
            assertThat(words.queries()).contains("cursor", "limit");
            var strange = api.get(AuthorisationEndToEndTest.path(endpoint) + "?cursor=nobody", caller(endpoint));
            assertThat(strange.statusCode()).isEqualTo(400);
            assertThat(strange.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void pagesAreTheWholeListInItsOrder() {
        var names = new ArrayList<String>();
        String path = "/api/v1/connections?limit=1";
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            var page = ApiOverHttp.json(api.get(path + cursor.get(), "olga"));
            assertThat(page.path("items")).hasSize(1);
            names.add(page.path("items").path(0).path("name").asString());
            cursor = Optional.ofNullable(page.get("cursor")).map(at -> "&cursor=" + at.asString());
        }

        assertThat(names).containsExactly("shop", "vault", "care");
    }

    @Test
    void everyRecordThatIsReferredToIsDescribed() {
        var description = description();
        Set<String> names = new TreeSet<>();
        description.findValuesAsString("$ref").forEach(reference -> names.add(reference.substring(1)));

        assertThat(names).isNotEmpty().allMatch(name -> !description.at(name).isMissingNode());
    }
}
