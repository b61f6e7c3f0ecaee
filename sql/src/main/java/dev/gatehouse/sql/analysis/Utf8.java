package dev.gatehouse.sql.analysis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Checks texts before anything else looks at them.
final class Utf8 {
    private Utf8() {}

    /// Whether this is UTF-8 and has no NUL in it.
    static boolean wellFormed(byte[] text) {
        boolean ascii = true;
        for (byte each : text) {
            if (each == 0) {
                return false;
            }
            ascii &= each > 0;
        }
        return ascii || decodes(text);
    }

    private static boolean decodes(byte[] text) {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
