package dev.gatehouse.postgres.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.WireException;
import dev.gatehouse.sql.analysis.CopyOut;
import dev.gatehouse.sql.analysis.CopyOut.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rows of COPY are masked the same wherever the stream is cut.
class CopyMaskTest {
    private static final int INT = 23;
    private static final int TEXT = 25;
    private static final int COMPOSITE = 99_999;
    private static final ColumnMask SUBJECT =
            new ColumnMask("email", Set.of(Category.EMAIL), Method.PARTIAL, false, true);
    private static final ColumnMask HIDDEN = new ColumnMask("x", Set.of(Category.OTHER), Method.REDACT, false, false);
    private static final List<ColumnMask> MASKS = List.of(ColumnMask.clear("id"), SUBJECT, HIDDEN, HIDDEN);
    private static final List<Integer> TYPES = List.of(INT, TEXT, INT, COMPOSITE);

    private final List<String> about = new ArrayList<>();
    private int counted;

    private static CopyOut form(Form form, char delimiter, String nothing, boolean header) {
        return new CopyOut(0, form, delimiter, nothing, '"', '"', header, TYPES);
    }

    private final class Collected implements CopyMask.Sink {
        private final MessageWriter writer = new MessageWriter();

        @Override
        public Optional<Refusal> counted(int size) {
            counted++;
            return Optional.empty();
        }

        @Override
        public MessageWriter about(Optional<Slice> subject, List<String> categories) {
            about.add(subject.map(Slice::utf8).orElse("-"));
            return writer;
        }

        @Override
        public void written() {
            // Everything stays in the writer.
        }

        /// What the messages hold, one after the other.
        byte[] contents() {
            var all = new ByteArrayOutputStream();
            byte[] bytes = writer.toSlice().toBytes();
            for (int at = 0; at < bytes.length; ) {
                int length =
                        new java.math.BigInteger(1, java.util.Arrays.copyOfRange(bytes, at + 1, at + 5)).intValue();
                all.write(bytes, at + 5, length - 4);
                at += 1 + length;
            }
            return all.toByteArray();
        }
    }

    private byte[] masked(CopyOut form, byte[] stream, int piece) throws IOException {
        about.clear();
        counted = 0;
        var mask = new CopyMask(form, MASKS, new Masker(new byte[32]), new Detectors().scanner());
        var out = new Collected();
        for (int at = 0; at < stream.length; at += piece) {
            mask.rows(stream, at, Math.min(piece, stream.length - at), out);
        }
        mask.finished();
        return out.contents();
    }

    private void assertMasked(CopyOut form, String stream, String expected) throws IOException {
        for (int piece : new int[] {1, 2, 3, 7, 1000}) {
            byte[] shown = masked(form, stream.getBytes(StandardCharsets.UTF_8), piece);

            assertThat(new String(shown, StandardCharsets.UTF_8))
                    .as("in pieces of " + piece)
                    .isEqualTo(expected);
        }
    }

    @Test
    void inTextEachValueIsFoundBehindItsEscapes() throws IOException {
        assertMasked(
                form(Form.TEXT, '\t', "\\N", false),
                "1\tjane@example.com\t77\t(1,x)\n2\t\\N\t\\N\t\\N\n3\ta\\tb\\\\@example.com\t5\t\\\t\n",
                "1\tj***@e***.com\t0\t\\N\n2\t\\N\t\\N\t\\N\n3\ta***@e***.com\t0\t\\N\n");
        assertThat(about).containsExactly("jane@example.com", "-", "a\tb\\@example.com");
        assertThat(counted).isEqualTo(3);
    }

    @Test
    void whatWasComputedShowsNoNullEither() throws IOException {
        var computed = List.of(ColumnMask.clear("id"), ColumnMask.strictest("part"));
        for (Form text : List.of(Form.TEXT, Form.CSV)) {
            var form = new CopyOut(0, text, ',', "none", '"', '"', false, List.of(INT, TEXT));
            var mask = new CopyMask(form, computed, new Masker(new byte[32]), new Detectors().scanner());
            var out = new Collected();
            byte[] stream = "1,ja\n2,none\n".getBytes(StandardCharsets.UTF_8);
            mask.rows(stream, 0, stream.length, out);

            String shown = text == Form.TEXT ? "[redacted]" : "\"[redacted]\"";
            assertThat(new String(out.contents(), StandardCharsets.UTF_8))
                    .isEqualTo("1," + shown + "\n2," + shown + "\n");
        }
    }

    @Test
    void otherDelimitersNullsAndHeadersAreFollowed() throws IOException {
        assertMasked(
                form(Form.TEXT, '|', "", true),
                "id|email|n|c\n1|jane@example.com|7|\n2||8|(1)\n",
                "id|email|n|c\n1|j***@e***.com|0|\n2||0|\n");
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void inCsvQuotesMayHoldDelimitersQuotesAndLines() throws IOException {
        assertMasked(
                form(Form.CSV, ',', "", true),
                "id,email,n,c\n\"1\",\"ja\"\"n,\ne@example.com\",7,\"(1,\"\"x\"\")\"\n2,,,\n3,\"\",4,\n",
                "id,email,n,c\n\"1\",\"[redacted]\",\"0\",\n2,,,\n3,\"[redacted]\",\"0\",\n");
        assertThat(about).contains("ja\"n,\ne@example.com");
    }

    @Test
    void inBinaryLengthsAreFollowed() throws IOException {
        var stream = new MessageWriter();
        byte[] header = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
        stream.bytes(header, 0, header.length).int32(0).int32(2).int16(0x0a0a);
        stream.int16(4).int32(4).int32(1);
        stream.int32(16)
                .bytes(Slice.utf8("jane@example.com"))
                .int32(4)
                .int32(77)
                .int32(2)
                .int16(9);
        stream.int16(4).int32(4).int32(2).int32(-1).int32(-1).int32(-1);
        stream.int16(-1);
        var expected = new MessageWriter();
        expected.bytes(header, 0, header.length).int32(0).int32(2).int16(0x0a0a);
        expected.int16(4).int32(4).int32(1);
        expected.int32(13).bytes(Slice.utf8("j***@e***.com")).int32(4).int32(0).int32(-1);
        expected.int16(4).int32(4).int32(2).int32(-1).int32(-1).int32(-1);
        expected.int16(-1);

        for (int piece : new int[] {1, 3, 1000}) {
            byte[] shown =
                    masked(form(Form.BINARY, ',', "", false), stream.toSlice().toBytes(), piece);

            assertThat(shown).isEqualTo(expected.toSlice().toBytes());
            assertThat(counted).isEqualTo(2);
        }
    }

    @Test
    void aRowWithMoreOrFewerValuesIsNotPassed() {
        var form = form(Form.CSV, ',', "", false);

        assertThatThrownBy(() -> masked(form, "1,2,3\n".getBytes(StandardCharsets.UTF_8), 100))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> masked(form, "1,2,3,4".getBytes(StandardCharsets.UTF_8), 100))
                .isInstanceOf(WireException.class);
    }
}
