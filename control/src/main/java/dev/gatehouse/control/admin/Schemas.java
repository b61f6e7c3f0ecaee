package dev.gatehouse.control.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/// JSON Schemas of the API's records, as Jackson writes them. For one thread.
final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();

    /// Every record that was asked for, by its name.
    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> of(Class<?> type) {
        return of(Json.MAPPER.constructType(type));
    }

    Map<String, Object> pageOf(Class<?> item) {
        var page = new LinkedHashMap<String, Object>();
        page.put("type", "object");
        page.put(
                "properties",
                Map.of("items", Map.of("type", "array", "items", of(item)), "cursor", Map.of("type", "string")));
        page.put("required", List.of("items"));
        return page;
    }

    private Map<String, Object> of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return of(type.containedType(0));
        }
        if (type.isCollectionLikeType()) {
            return Map.of("type", "array", "items", of(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return Map.of("type", "object", "additionalProperties", of(type.getContentType()));
        }
        if (raw == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return Map.of("type", "integer");
        }
        return type.isRecordType() ? reference(type) : Map.of("type", "string");
    }

    private Map<String, Object> reference(JavaType type) {
        String name = name(type.getRawClass());
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, record(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }

    private Map<String, Object> record(JavaType type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        Json.MAPPER.acceptJsonFormatVisitor(type, new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType ofRecord) {
                return new JsonObjectFormatVisitor.Base(getContext()) {
                    @Override
                    public void property(BeanProperty property) {
                        optionalProperty(property);
                    }

                    @Override
                    public void optionalProperty(BeanProperty property) {
                        JavaType component = property.getType();
                        properties.put(property.getName(), of(component));
                        if (component.getRawClass() != Optional.class) {
                            required.add(property.getName());
                        }
                    }
                };
            }
        });
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }
}
