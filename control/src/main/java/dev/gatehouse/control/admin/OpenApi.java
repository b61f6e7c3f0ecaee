package dev.gatehouse.control.admin;

import io.helidon.http.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The API's own description (OpenAPI 3.1), made from the table of endpoints and from the records that they take and
/// answer with.
final class OpenApi {
    private static final Pattern PLACE = Pattern.compile("\\{\\+?([a-z]+)}");

    private final Schemas schemas = new Schemas();

    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Gatehouse",
                        "version", "1",
                        "description",
                                "What the console and the command line do, for programs. Errors are problem"
                                        + " documents (RFC 9457); lists end with a `cursor` while there is more."));
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (Endpoint endpoint : Endpoint.values()) {
            paths.computeIfAbsent(path(endpoint), _ -> new LinkedHashMap<>())
                    .put(endpoint.method().text().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        document.put("paths", paths);
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas.named());
        components.put(
                "securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT")));
        document.put("components", components);
        return document;
    }

    /// The path as OpenAPI writes it.
    static String path(Endpoint endpoint) {
        return endpoint.path().replace("{+", "{");
    }

    private Map<String, Object> operation(Endpoint endpoint) {
        var words = EndpointWords.of(endpoint);
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", endpoint.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        operation.put("summary", words.summary());
        operation.put("description", who(endpoint.access()));
        operation.put("parameters", parameters(endpoint, words));
        words.body()
                .ifPresent(body -> operation.put(
                        "requestBody",
                        Map.of("content", Map.of("application/json", Map.of("schema", schemas.of(body))))));
        operation.put("responses", responses(endpoint, words));
        if (!(endpoint.access() instanceof Access.Anonymous)) {
            operation.put("security", List.of(Map.of("token", List.of())));
        }
        return operation;
    }

    private static String who(Access access) {
        return switch (access) {
            case Access.Anonymous _ -> "For everybody.";
            case Access.Only(Role role) -> "For the role " + role.word() + ".";
            case Access.AnyOf(var roles) ->
                "For the roles "
                        + String.join(
                                ", ", roles.stream().map(Role::word).sorted().toList()) + ".";
            case Access.OwnOr(Role role) -> "For the role " + role.word() + "; for others what is their own.";
        };
    }

    private static List<Map<String, Object>> parameters(Endpoint endpoint, EndpointWords words) {
        var parameters = new ArrayList<Map<String, Object>>();
        PLACE.matcher(endpoint.path())
                .results()
                .forEach(place -> parameters.add(parameter(place.group(1), "path", true)));
        words.queries().forEach(query -> parameters.add(parameter(query, "query", false)));
        if (endpoint.method().equals(Method.POST)) {
            parameters.add(parameter("Idempotency-Key", "header", false));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        parameter.put("schema", Map.of("type", "string"));
        return parameter;
    }

    private Map<String, Object> responses(Endpoint endpoint, EndpointWords words) {
        var responses = new LinkedHashMap<String, Object>();
        responses.put(words.status(), success(words));
        var problem = Map.of(
                "description",
                "A problem, with a sentence that says what to do",
                "content",
                Map.of(
                        dev.gatehouse.api.Problem.MEDIA_TYPE,
                        Map.of("schema", schemas.of(dev.gatehouse.api.Problem.class))));
        if (!(endpoint.access() instanceof Access.Anonymous)) {
            responses.put("401", problem);
            responses.put("403", problem);
        }
        responses.put("default", problem);
        return responses;
    }

    private Map<String, Object> success(EndpointWords words) {
        var response = new LinkedHashMap<String, Object>();
        response.put("description", words.summary());
        words.answer()
                .ifPresent(answer -> response.put(
                        "content",
                        Map.of(
                                "application/json",
                                Map.of("schema", words.paged() ? schemas.pageOf(answer) : schemas.of(answer)))));
        return response;
    }
}
