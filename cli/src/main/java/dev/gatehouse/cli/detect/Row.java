package dev.gatehouse.cli.detect;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
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

    /// @param line UTF-8, with or without a byte order mark
    static Row read(byte[] line, int offset, int bytes) throws Malformed {
        int mark = marked(line, offset, bytes) ? 3 : 0;
        int from = offset + mark;
        int length = bytes - mark;
        if (blank(line, from, length)) {
            throw new Malformed("null", "is blank; every line must be a JSON object");
        }
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
                    case "table" -> table = value == JsonToken.VALUE_STRING ? parser.getString() : table(value, id);
                    case "types" -> types = types(parser, value, id);
                    case "cells" -> cells = cells(parser, value, id, line, from);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new Malformed(id, "something follows the JSON object");
            }
        } catch (JacksonException broken) {
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

    private static boolean marked(byte[] line, int from, int length) {
        return length >= 3
                && line[from] == (byte) 0xEF
                && line[from + 1] == (byte) 0xBB
                && line[from + 2] == (byte) 0xBF;
    }

    private static boolean blank(byte[] line, int from, int length) {
        int i = from;
        while (i < from + length && line[i] >= 0 && line[i] <= ' ') {
            i++;
        }
        return i == from + length;
    }

    private static String table(JsonToken value, String id) throws Malformed {
        if (value != JsonToken.VALUE_NULL) {
            throw new Malformed(id, "`table` must be a text");
        }
        return "";
    }

    private static Map<String, String> types(JsonParser parser, JsonToken value, String id) throws Malformed {
        var types = new LinkedHashMap<String, String>();
        if (isObject(value, "types", id)) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String column = parser.currentName();
                JsonToken type = parser.nextToken();
                if (type == JsonToken.VALUE_STRING) {
                    types.put(column, parser.getString());
                } else if (type != JsonToken.VALUE_NULL) {
                    throw new Malformed(id, "the type of `" + column + "` must be a text");
                }
            }
        }
        return types;
    }

    private static boolean isObject(JsonToken value, String key, String id) throws Malformed {
        if (value != JsonToken.START_OBJECT && value != JsonToken.VALUE_NULL) {
            throw new Malformed(id, "`" + key + "` must be an object");
        }
        return value == JsonToken.START_OBJECT;
    }

    /// A number, `true` and `false` are the text that they are written as; so is an object or a list, with all blanks
    /// and escapes in it.
    private static Map<String, @Nullable String> cells(
            JsonParser parser, JsonToken value, String id, byte[] line, int from) throws Malformed {
        var cells = new LinkedHashMap<String, @Nullable String>();
        if (isObject(value, "cells", id)) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String column = parser.currentName();
                JsonToken cell = parser.nextToken();
                cells.put(column, cell.isStructStart() ? document(parser, line, from) : text(parser, cell));
            }
        }
        return cells;
    }

    private static @Nullable String text(JsonParser parser, JsonToken cell) {
        return cell == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    private static String document(JsonParser parser, byte[] line, int from) {
        int begin = from + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = from + (int) parser.currentLocation().getByteOffset();
        return new String(line, begin, end - begin, StandardCharsets.UTF_8);
    }
}
