package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.HexFormat;

/// Annotated bytes: hexadecimal numbers, and text in quotes, separated by blanks.
final class Hex {
    private Hex() {}

    static byte[] bytes(String annotated) {
        var out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < annotated.length(); ) {
            char c = annotated.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '"') {
                int end = annotated.indexOf('"', i + 1);
                out.writeBytes(annotated.substring(i + 1, end).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                i = end + 1;
            } else {
                out.writeBytes(HexFormat.of().parseHex(annotated.substring(i, i + 2)));
                i += 2;
            }
        }
        return out.toByteArray();
    }

    static Slice slice(String annotated) {
        return Slice.of(bytes(annotated));
    }
}
