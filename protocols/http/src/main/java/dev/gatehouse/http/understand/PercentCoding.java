package dev.gatehouse.http.understand;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/// Percent-encoding (RFC 3986 section 2.1), decoded once and strictly: two hexadecimal digits, and UTF-8.
final class PercentCoding {
    private PercentCoding() {}

    /// @param plain what may stand as it is
    /// @param encoded what may be percent-encoded
    static String decode(String raw, String part, IntPredicate plain, IntPredicate encoded) throws UnclearRequest {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int octet = octet(raw, i, part);
                if (!encoded.test(octet)) {
                    throw new UnclearRequest("The " + part + " percent-encodes a character that must not be.");
                }
                bytes.write(octet);
                i += 2;
            } else if (plain.test(c)) {
                bytes.write(c);
            } else {
                throw new UnclearRequest(
                        "The " + part + " holds a character that must be percent-encoded or left out.");
            }
        }
        return utf8(bytes.toByteArray(), part);
    }

    private static int octet(String raw, int at, String part) throws UnclearRequest {
        int high = at + 1 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        int low = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new UnclearRequest("The " + part + " holds a % that is not followed by two hexadecimal digits.");
        }
        return 16 * high + low;
    }

    private static String utf8(byte[] bytes, String part) throws UnclearRequest {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new UnclearRequest("The " + part + " is not UTF-8.");
        }
    }

    /// RFC 3986 section 2.3.
    static boolean unreserved(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || "-._~".indexOf(c) >= 0;
    }

    static boolean control(int c) {
        return c < ' ' || c == 127;
    }
}
