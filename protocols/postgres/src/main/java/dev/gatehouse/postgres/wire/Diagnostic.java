package dev.gatehouse.postgres.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of an ErrorResponse or NoticeResponse by their letters (manual: "Error and Notice Message Fields").
///
/// @param fields in the order on the wire; texts may quote data or name roles of the target
public record Diagnostic(Map<Character, String> fields) {
    public static final char SEVERITY = 'S';
    /// The severity, never translated.
    public static final char SEVERITY_ENGLISH = 'V';
    public static final char SQL_STATE = 'C';
    public static final char MESSAGE = 'M';
    public static final char DETAIL = 'D';
    public static final char HINT = 'H';
    public static final char POSITION = 'P';

    public Diagnostic {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// A message of the gateway's own.
    public static Diagnostic of(String severity, String sqlState, String message) {
        var fields = new LinkedHashMap<Character, String>();
        fields.put(SEVERITY, severity);
        fields.put(SEVERITY_ENGLISH, severity);
        fields.put(SQL_STATE, sqlState);
        fields.put(MESSAGE, message);
        return new Diagnostic(fields);
    }

    /// The same with one more, or another, field.
    public Diagnostic with(char letter, String text) {
        var more = new LinkedHashMap<>(fields);
        more.put(letter, text);
        return new Diagnostic(more);
    }

    public Diagnostic without(char letter) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.remove(letter);
        return new Diagnostic(fewer);
    }

    static Diagnostic decode(MessageReader in) {
        var fields = new LinkedHashMap<Character, String>();
        for (byte letter = in.int8(); letter != 0; letter = in.int8()) {
            if (fields.put((char) (letter & 0xff), in.lenientString()) != null) {
                throw WireException.violation("a server's message has the field " + Frames.name(letter) + " twice");
            }
        }
        return new Diagnostic(fields);
    }

    void encode(MessageWriter out) {
        fields.forEach((letter, text) -> out.int8(letter).string(text));
        out.int8(0);
    }

    public Optional<String> field(char letter) {
        return Optional.ofNullable(fields.get(letter));
    }

    /// ERROR, FATAL, PANIC, WARNING, NOTICE, …
    public String severity() {
        return field(SEVERITY_ENGLISH).or(() -> field(SEVERITY)).orElse("ERROR");
    }

    /// Five characters; XX000 (internal error) where the server gave none.
    public String sqlState() {
        return field(SQL_STATE).orElse("XX000");
    }

    public String message() {
        return field(MESSAGE).orElse("");
    }

    /// Severity and code only: the texts may hold personal data.
    @Override
    public String toString() {
        return "Diagnostic[" + severity() + " " + sqlState() + "]";
    }
}
