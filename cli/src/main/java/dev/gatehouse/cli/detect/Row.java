package dev.gatehouse.cli.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// One line of input.
///
/// @param id as it was written, JSON: a text, a number or null
/// @param table empty when not given
/// @param types SQL types by column; may lack some
/// @param cells texts by column, in the order written; null for SQL NULL
record Row(String id, String table, Map<String, String> types, Map<String, @Nullable String> cells) {
    private static final JsonFactory JSON = new JsonFactory();

    /// Why a line is none; the message is for the user.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        /// The line's id, as JSON, where that was read before the mistake.
        final String id;

        Malformed(String id, String message) {
            super(message);
            this.id = id;
        }
    }

    static Row read(byte[] line, int from, int length) throws Malformed {
        String id = "null";
        String table = "";
        Map<String, String> types = Map.of();
        Map<String, @Nullable String> cells = Map.of();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed(id, "a line must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (key) {
                    case "id" -> id = id(parser, value);
                    case "table" -> table = value == JsonToken.VALUE_NULL ? "" : parser.getString();
                    case "types" -> types = texts(parser, value, id);
                    case "cells" -> cells = cells(parser, value, id);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new Malformed(id, "something follows the JSON object");
            }
        } catch (StreamReadException broken) {
            throw new Malformed(id, "not JSON: " + broken.getOriginalMessage());
        }
        return new Row(id, table, types, cells);
    }

    private static String id(JsonParser parser, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            return quoted(parser.getString());
        }
        boolean scalar = value.isScalarValue();
        String text = scalar ? parser.getString() : "null";
        parser.skipChildren();
        return text;
    }

    static String quoted(String text) {
        return "\""
                + new String(
                        tools.jackson.core.io.JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
    }

    private static Map<String, String> texts(JsonParser parser, JsonToken value, String id) throws Malformed {
        var texts = new LinkedHashMap<String, String>();
        cells(parser, value, id).forEach((key, text) -> {
            if (text != null) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    private static Map<String, @Nullable String> cells(JsonParser parser, JsonToken value, String id) throws Malformed {
        var cells = new LinkedHashMap<String, @Nullable String>();
        if (value == JsonToken.VALUE_NULL) {
            return cells;
        }
        if (value != JsonToken.START_OBJECT) {
            throw new Malformed(id, "`cells` and `types` must be objects");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String column = parser.currentName();
            JsonToken cell = parser.nextToken();
            if (!cell.isScalarValue()) {
                throw new Malformed(id, "the cell `" + column + "` is neither text nor null");
            }
            cells.put(column, cell == JsonToken.VALUE_NULL ? null : parser.getString());
        }
        return cells;
    }
}
