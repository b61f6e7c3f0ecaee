package dev.gatehouse.http.mask;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Masks JSON as it streams by: decoded by a parser, looked at value by value, and written anew. So no escape, encoding
/// or repeated name hides a value. One thread.
///
/// Below a field that is masked, strings become what their mask says, numbers and booleans become null. Of what nobody
/// classified, strings are masked and numbers and booleans are not, unless a detector finds something in a number. A
/// string that holds JSON itself is masked inside, to a depth of [#MOST_NESTED].
public final class JsonMask {
    private static final int MOST_NESTED = 4;
    private static final int MOST_DEPTH = 500;

    private final JsonFactory factory;
    private final Detectors detectors;
    private final Masker masker;
    private final int most;

    /// @param most bytes of a masked answer
    public JsonMask(Detectors detectors, Masker masker, int most) {
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(most)
                        .build())
                .build();
        this.detectors = detectors;
        this.masker = masker;
        this.most = most;
    }

    /// An answer in which nothing can be masked: no JSON, or more than may be masked at once.
    public static final class Unmaskable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unmaskable(String message) {
            super(message);
        }

        public String text() {
            return String.valueOf(getMessage());
        }
    }

    /// Reads all of `body`.
    ///
    /// @param lines whether several documents follow each other, one in a line
    /// @param masks of an operation whose answer has [Field#columns]
    /// @throws IOException when `body` cannot be read
    public MaskedJson mask(InputStream body, boolean lines, List<ColumnMask> masks) throws IOException, Unmaskable {
        var rows = new Rows(most);
        var walk = new Walk(new FieldMasks(masks), rows);
        try (var parser = factory.createParser(ObjectReadContext.empty(), body)) {
            while (parser.nextToken() != null) {
                if (rows.documents() > 0 && !lines) {
                    throw new Unmaskable("Something follows the end of the JSON.");
                }
                document(parser, walk, rows);
            }
        } catch (JacksonException malformed) {
            if (rows.full()) {
                throw new Unmaskable("It is larger than what can be masked.");
            }
            if (malformed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new Unmaskable("It is not valid JSON.");
        }
        return rows.finish();
    }

    private void document(JsonParser parser, Walk walk, Rows rows) {
        try (var out = factory.createGenerator(ObjectWriteContext.empty(), rows, JsonEncoding.UTF8)) {
            rows.begin(out);
            walk.document(parser, out);
        }
        rows.end();
    }

    /// Follows one stream of tokens. Nested JSON has a walk of its own that knows where it is.
    private final class Walk {
        private final FieldMasks masks;
        private final Rows rows;

        Walk(FieldMasks masks, Rows rows) {
            this.masks = masks;
            this.rows = rows;
        }

        void document(JsonParser parser, JsonGenerator out) {
            var path = new MemberPath();
            int open = 0;
            do {
                token(parser, out, path, 0);
                open += depth(parser.currentToken());
            } while (open > 0 && parser.nextToken() != null);
        }

        private static int depth(JsonToken token) {
            return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }

        private void token(JsonParser parser, JsonGenerator out, MemberPath path, int nested) {
            switch (parser.currentToken()) {
                case START_OBJECT -> {
                    path.open(true);
                    if (nested == 0) {
                        rows.opened(path.inArray());
                    }
                    out.writeStartObject();
                }
                case END_OBJECT -> {
                    out.writeEndObject();
                    path.close();
                    if (nested == 0) {
                        rows.closed();
                    }
                }
                case START_ARRAY -> {
                    out.writeStartArray();
                    path.open(false);
                }
                case END_ARRAY -> {
                    out.writeEndArray();
                    path.close();
                }
                case PROPERTY_NAME -> {
                    path.member(parser.currentName());
                    out.writeName(name(parser.currentName()));
                }
                case VALUE_STRING -> string(parser.getString(), out, path, nested);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), out, path);
                case VALUE_TRUE, VALUE_FALSE -> {
                    if (hidden(path)) {
                        out.writeNull();
                    } else {
                        out.writeBoolean(parser.currentToken() == JsonToken.VALUE_TRUE);
                    }
                }
                case VALUE_NULL -> out.writeNull();
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("no token of JSON text");
            }
        }

        /// A name can be data too, such as `{"ada@example.com": 3}`; nobody can classify it.
        private String name(String name) {
            return masks.rest().clear() || detectors.clean(name) ? name : Masker.REDACTED;
        }

        private boolean hidden(MemberPath path) {
            var shown = masks.at(path.names());
            rows.saw(shown.mask());
            return shown.classified() && !shown.mask().clear();
        }

        private void number(String text, JsonGenerator out, MemberPath path) {
            var mask = masks.at(path.names()).mask();
            rows.identifies(mask, text);
            if (hidden(path) || !mask.clear() && !detectors.clean(text)) {
                out.writeNull();
            } else {
                out.writeNumber(text);
            }
        }

        private void string(String value, JsonGenerator out, MemberPath path, int nested) {
            var shown = masks.at(path.names());
            var mask = shown.mask();
            rows.saw(mask);
            rows.identifies(mask, value);
            if (mask.clear() || mask.scan() && detectors.clean(value)) {
                out.writeString(shown.classified() ? value : inside(value, path, nested));
                return;
            }
            masker.text(mask.method(), mask.categories(), value).ifPresentOrElse(out::writeString, out::writeNull);
        }

        /// A string that is shown, with JSON in it masked in its turn. Too deep to look into is too deep to show.
        private String inside(String value, MemberPath path, int nested) {
            var text = value.strip();
            if (!text.startsWith("{") && !text.startsWith("[")) {
                return value;
            }
            if (nested == MOST_NESTED) {
                return Masker.REDACTED;
            }
            var bytes = new ByteArrayOutputStream();
            try (var parser = factory.createParser(ObjectReadContext.empty(), text);
                    var out = factory.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
                var below = new MemberPath(path);
                while (parser.nextToken() != null) {
                    token(parser, out, below, nested + 1);
                }
            } catch (JacksonException noJson) {
                return value;
            }
            return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
