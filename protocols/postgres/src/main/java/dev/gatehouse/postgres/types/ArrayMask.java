package dev.gatehouse.postgres.types;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Masks arrays element by element; dimensions, bounds and NULLs stay. See "Array Input and Output Syntax" in
/// PostgreSQL's manual.
final class ArrayMask {
    private static final int MOST_DIMENSIONS = 6;

    private ArrayMask() {}

    static Optional<Slice> of(PgType type, Format format, Slice value, MaskWith with) {
        if (type.elementOid() == BuiltInType.BOX.oid) {
            // The one type with another delimiter.
            return Optional.empty();
        }
        return Optional.of(
                switch (format) {
                    case TEXT -> new Text(type.base(), with, value).masked();
                    case BINARY -> binary(type.base(), value, with);
                });
    }

    private static Slice binary(PgType element, Slice value, MaskWith with) {
        var in = ByteBuffer.wrap(value.array(), value.offset(), value.length());
        int dimensions = in.getInt();
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("no array");
        }
        int header = 12 + 8 * dimensions;
        in.position(in.position() + header - 4);
        var elements = new ByteArrayOutputStream(value.length());
        boolean nulls = false;
        while (in.hasRemaining()) {
            int length = in.getInt();
            Optional<Slice> shown = length < 0
                    ? Optional.empty()
                    : TypedMask.of(element, Format.BINARY, Slice.of(value.array(), in.position(), length), with);
            in.position(in.position() + Math.max(0, length));
            nulls |= shown.isEmpty();
            elements.writeBytes(
                    Bytes.binary(shown.map(Slice::length).orElse(-1), 4).toBytes());
            shown.ifPresent(bytes -> elements.writeBytes(bytes.toBytes()));
        }
        var out = ByteBuffer.allocate(header + elements.size());
        out.putInt(dimensions).putInt(nulls ? 1 : 0);
        out.put(value.array(), value.offset() + 8, header - 8).put(elements.toByteArray());
        return Slice.of(out.array());
    }

    /// Copies what is between elements and masks them.
    private static final class Text {
        private final PgType element;
        private final MaskWith with;
        private final byte[] in;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int at;

        Text(PgType element, MaskWith with, Slice value) {
            this.element = element;
            this.with = with;
            in = value.toBytes();
        }

        Slice masked() {
            // Bounds, as in [2:3]={…}.
            while (in[at] != '{') {
                byte bound = in[at++];
                if ("[]:=-0123456789".indexOf(bound) < 0) {
                    throw new IllegalArgumentException("no array");
                }
                out.write(bound);
            }
            while (at < in.length) {
                byte one = in[at];
                if (one == '{' || one == '}' || one == ',') {
                    out.write(one);
                    at++;
                } else {
                    element();
                }
            }
            return Slice.of(out.toByteArray());
        }

        private void element() {
            boolean quoted = in[at] == '"';
            var plain = new ByteArrayOutputStream();
            int i = quoted ? at + 1 : at;
            while (quoted ? in[i] != '"' : in[i] != ',' && in[i] != '}') {
                i += in[i] == '\\' ? 1 : 0;
                plain.write(in[i++]);
            }
            at = quoted ? i + 1 : i;
            var value = Slice.of(plain.toByteArray());
            boolean nothing = !quoted && value.utf8().equals("NULL");
            (nothing ? Optional.<Slice>empty() : TypedMask.of(element, Format.TEXT, value, with))
                    .ifPresentOrElse(this::quoted, () -> out.writeBytes("NULL".getBytes(StandardCharsets.US_ASCII)));
        }

        private void quoted(Slice value) {
            out.write('"');
            for (byte one : value.toBytes()) {
                if (one == '"' || one == '\\') {
                    out.write('\\');
                }
                out.write(one);
            }
            out.write('"');
        }
    }
}
