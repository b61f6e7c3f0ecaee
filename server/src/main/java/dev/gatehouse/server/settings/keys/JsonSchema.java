package dev.gatehouse.server.settings.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The published JSON Schema (draft 2020-12), made from the declared keys. It tells what an editor can tell: keys,
/// types
/// and forms; `gatehouse check` tells the rest.
public final class JsonSchema {
    private static final String SELECTOR = "^!?(\\*|user:.+|group:.+|kind:(person|agent|service))$";

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private JsonSchema() {}

    /// The schema as nested maps and lists, ready to be written as JSON.
    public static Map<String, Object> of(Section root) {
        var schema = new JsonSchema();
        var top = new LinkedHashMap<String, Object>();
        top.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        top.put("title", root.about());
        top.putAll(schema.section(root));
        top.put("$defs", schema.definitions);
        return top;
    }

    private Map<String, Object> section(Section section) {
        var properties = new LinkedHashMap<String, Object>();
        for (Key key : section.keys()) {
            var property = new LinkedHashMap<>(shape(key.shape()));
            property.put("description", key.about() + byDefault(key));
            properties.put(key.name(), property);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("description", section.about());
        schema.put("properties", properties);
        var required =
                section.keys().stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static String byDefault(Key key) {
        return key.byDefault().map(text -> " Default: " + text + ".").orElse("");
    }

    private Map<String, Object> shape(Shape shape) {
        return switch (shape) {
            case Shape.Flag _ -> Map.of("type", "boolean");
            case Shape.Whole(long least, long most) -> Map.of("type", "integer", "minimum", least, "maximum", most);
            case Shape.Formatted(Format<?> format) -> Map.of("type", "string", "pattern", format.pattern());
            case Shape.Word(var words) -> Map.of("enum", withNull(words));
            case Shape.Text(var meaning) -> text(meaning);
            case Shape.SecretPlace _ -> secret();
            case Shape.SecretOr(Format<?> plain) ->
                Map.of("anyOf", List.of(Map.of("type", "string", "pattern", plain.pattern()), secret()));
            case Shape.ListOf(Shape of) -> Map.of("type", "array", "items", shape(of));
            case Shape.OneOrMore(Shape of) ->
                Map.of("anyOf", List.of(shape(of), Map.of("type", "array", "items", shape(of))));
            case Shape.MapOf(var _, Format<?> key, Shape of) ->
                Map.of(
                        "type",
                        "object",
                        "propertyNames",
                        Map.of("pattern", key.pattern()),
                        "additionalProperties",
                        shape(of));
            case Shape.Part(Section section) -> reference(section);
            case Shape.ShortOr(Shape brief, Section section) ->
                Map.of("anyOf", List.of(shape(brief), reference(section)));
            case Shape.Anything _ -> Map.of();
        };
    }

    private static Map<String, Object> text(Shape.Meaning meaning) {
        return switch (meaning) {
            case SELECTOR -> Map.of("type", "string", "pattern", SELECTOR);
            case ANY, PLACE, INPUT, CATEGORY, CATEGORIES, CONNECTION, CONNECTIONS, CONDITION ->
                Map.of("type", "string", "minLength", 1);
        };
    }

    /// An editor reads `with: null` as JSON's null.
    private static List<Object> withNull(List<String> words) {
        var values = new ArrayList<Object>(words);
        if (words.contains("null")) {
            values.add(null);
        }
        return values;
    }

    private static Map<String, Object> secret() {
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of("file", Map.of("type", "string"), "env", Map.of("type", "string")),
                "minProperties",
                1,
                "maxProperties",
                1,
                "additionalProperties",
                false);
    }

    private Map<String, Object> reference(Section section) {
        if (!definitions.containsKey(section.title())) {
            definitions.put(section.title(), Map.of());
            definitions.put(section.title(), section(section));
        }
        return Map.of("$ref", "#/$defs/" + section.title());
    }
}
