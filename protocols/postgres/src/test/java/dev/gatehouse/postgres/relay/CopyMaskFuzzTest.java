package dev.gatehouse.postgres.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.WireException;
import dev.gatehouse.sql.analysis.CopyOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever a target sends as the rows of a COPY is masked the same wherever it is cut, or ends the session.
class CopyMaskFuzzTest {
    private static final int ROUNDS = 3_000;
    private static final Detectors DETECTORS = new Detectors();
    private static final ColumnMask HIDDEN =
            new ColumnMask("email", Set.of(Category.EMAIL), Method.REDACT, false, false);
    private static final List<ColumnMask> MASKS = List.of(ColumnMask.clear("id"), HIDDEN);
    private static final List<Integer> TYPES = List.of(23, 25);

    private final long seed = Long.getLong("gatehouse.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    private static byte[] example(CopyOut.Form form) {
        return switch (form) {
            case TEXT -> "1\tjane@example.com\n2\t\\N\n3\ta\\tb\\\\c\\x41\\101\n".getBytes(StandardCharsets.UTF_8);
            case CSV -> "1,jane@example.com\n2,\n3,\"a \"\"quoted\"\"\nline, and\"\n".getBytes(StandardCharsets.UTF_8);
            case BINARY -> binary();
        };
    }

    private static byte[] binary() {
        var out = new MessageWriter();
        out.bytes(Slice.of("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1)))
                .int32(0)
                .int32(0);
        out.int16(2).int32(4).int32(1).int32(4).bytes(Slice.utf8("jane"));
        return out.int16(2).int32(4).int32(2).int32(-1).int16(-1).toSlice().toBytes();
    }

    @ParameterizedTest
    @EnumSource
    void mutatedRowsAreMaskedTheSameInAllPiecesOrRefused(CopyOut.Form form) throws IOException {
        byte[] example = example(form);
        assertThat(masked(form, example, example.length)).as(form + " as it is").isNotEmpty();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutated(example);
            var whole = masked(form, mutated, mutated.length);
            var pieces = masked(form, mutated, 1 + random.nextInt(5));
            assertThat(pieces.map(Slice::of))
                    .as("seed %d: %s", seed, Arrays.toString(mutated))
                    .isEqualTo(whole.map(Slice::of));
        }
    }

    private byte[] mutated(byte[] example) {
        byte[] bytes = Arrays.copyOf(example, random.nextInt(4) == 0 ? random.nextInt(example.length) : example.length);
        for (int i = random.nextInt(1, 4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? (byte) random.nextInt() : example[random.nextInt(example.length)];
        }
        return bytes;
    }

    /// What is shown; empty where the session would end.
    private static Optional<byte[]> masked(CopyOut.Form form, byte[] stream, int piece) throws IOException {
        var copy = new CopyOut(
                0,
                form,
                form == CopyOut.Form.TEXT ? '\t' : ',',
                form == CopyOut.Form.TEXT ? "\\N" : "",
                '"',
                '"',
                false,
                TYPES);
        var mask = new CopyMask(copy, MASKS, new Masker(new byte[32]), DETECTORS.scanner());
        var shown = new Shown();
        try {
            for (int at = 0; at < stream.length; at += piece) {
                mask.rows(stream, at, Math.min(piece, stream.length - at), shown);
            }
            mask.finished();
            return Optional.of(shown.contents());
        } catch (WireException refused) {
            return Optional.empty();
        }
    }

    private static final class Shown implements CopyMask.Sink {
        private final MessageWriter writer = new MessageWriter();

        @Override
        public Optional<Refusal> counted(int size) {
            return Optional.empty();
        }

        @Override
        public MessageWriter about(Optional<Slice> subject, List<String> categories) {
            return writer;
        }

        @Override
        public void written() {
            // Everything stays in the writer.
        }

        private byte[] contents() {
            var all = new ByteArrayOutputStream();
            byte[] bytes = writer.toSlice().toBytes();
            for (int at = 0; at < bytes.length; ) {
                int size = (int) Frames.claimed(bytes, at, bytes.length);
                all.write(bytes, at + Frames.HEADER, size - Frames.HEADER);
                at += size;
            }
            return all.toByteArray();
        }
    }
}
