package dev.gatehouse.postgres.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.postgres.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InboundTest {
    private static final int LARGEST = 1 << 20;

    private static byte[] messages(int... bodies) {
        int total = Arrays.stream(bodies).map(body -> body + 5).sum();
        var bytes = ByteBuffer.allocate(total);
        for (int body : bodies) {
            var content = new byte[body];
            Arrays.fill(content, (byte) 7);
            bytes.put((byte) 'D').putInt(body + 4).put(content);
        }
        return bytes.array();
    }

    private static Inbound reading(byte[] bytes, Buffers buffers, long seed) {
        var in = new ByteArrayInputStream(bytes);
        var random = new Random(seed);
        return new Inbound(
                (buffer, offset, length) -> in.read(buffer, offset, Math.min(length, 1 + random.nextInt(length))),
                buffers,
                LARGEST,
                Slice.EMPTY,
                false);
    }

    @Test
    void whateverASessionReadItsBuffersComeBackEmpty() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            var buffers = new Buffers(4, LARGEST);
            var in = reading(messages(40_000, 60_000, 100, 65_000, 3), buffers, seed);
            while (in.next()) {
                assertThat(in.type()).isEqualTo((byte) 'D');
            }
            in.close();
            assertThat(buffers.lent()).isZero();
            while (buffers.kept() > 0) {
                assertThat(buffers.lend()).as("seed %d", seed).containsOnly(0);
            }
        }
    }

    @Test
    void aMessageThatDoesNotFitIntoWhatAllShareEndsOnlyItself() throws IOException {
        var buffers = new Buffers(4, 3 * Buffers.SIZE);
        var large = reading(messages(400_000), buffers, 1);
        assertThatThrownBy(large::next)
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.sqlState()).isEqualTo("54000"))
                .hasMessageContaining("limits.buffer");
        large.close();
        assertThat(buffers.large()).isZero();
        assertThat(reading(messages(100_000), buffers, 1).next()).isTrue();
    }

    @Test
    void aLongRowComesInPiecesAndIsFollowedByTheNextMessage() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            var bytes = new ByteArrayInputStream(messages(3, 3_000_000, 10, 600_000));
            var random = new Random(seed);
            var buffers = new Buffers(4, LARGEST);
            Inbound.Source source = (buffer, offset, length) ->
                    bytes.read(buffer, offset, Math.min(length, 1 + random.nextInt(length)));
            var in = new Inbound(source, buffers, 100_000, Slice.EMPTY, true);
            var sizes = new java.util.ArrayList<Long>();
            while (in.next()) {
                long claimed = in.claimed();
                long had = in.size();
                while (in.more()) {
                    had += in.size();
                    assertThat(in.array().length).isLessThanOrEqualTo(Buffers.SIZE);
                }
                assertThat(had).as("seed %d", seed).isEqualTo(claimed);
                sizes.add(claimed);
            }
            assertThat(sizes).containsExactly(8L, 3_000_005L, 15L, 600_005L);
            in.close();
        }
    }
}
