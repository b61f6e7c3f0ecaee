package dev.gatehouse.postgres.auth;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Reads the attributes of a SCRAM message (RFC 5802, section 5.1) in the order in which they must stand.
final class ScramText {
    private final String text;
    private int position;

    ScramText(String text) {
        this.text = text;
    }

    static ScramText of(Slice message) throws ScramException {
        String text = message.utf8();
        if (text.indexOf('\0') >= 0 || text.indexOf('\ufffd') >= 0) {
            throw new ScramException("a SCRAM message is not plain text");
        }
        return new ScramText(text);
    }

    static Slice bytes(String message) {
        return Slice.of(message.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] base64(String value) throws ScramException {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException malformed) {
            throw new ScramException("a SCRAM attribute is not valid base64");
        }
    }

    /// Nonces are printable ASCII without comma.
    static String nonce(String value) throws ScramException {
        if (value.isEmpty() || value.length() > 1024 || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ScramException("a SCRAM nonce is empty, too long or not printable");
        }
        return value;
    }

    /// The part up to the next comma, whatever it is.
    String part() throws ScramException {
        if (position > text.length()) {
            throw new ScramException("a SCRAM message ends too early");
        }
        int comma = text.indexOf(',', position);
        int end = comma < 0 ? text.length() : comma;
        String part = text.substring(position, end);
        position = end + 1;
        return part;
    }

    /// The value of the next attribute, which must be `name`.
    String value(char name) throws ScramException {
        String part = part();
        if (part.length() < 2 || part.charAt(0) != name || part.charAt(1) != '=') {
            // An unknown `m=` comes here too: mandatory extensions must be refused.
            throw new ScramException("a SCRAM message lacks the attribute '" + name + "' where it belongs");
        }
        return part.substring(2);
    }

    boolean atEnd() {
        return position > text.length();
    }

    String rest() {
        return atEnd() ? "" : text.substring(position);
    }

    /// What stands before the current part.
    String before() {
        return text.substring(0, Math.max(0, Math.min(position, text.length() + 1) - 1));
    }
}
