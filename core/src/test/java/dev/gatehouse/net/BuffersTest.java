package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BuffersTest {
    private final Buffers buffers = new Buffers(2, 4 * Buffers.SIZE);

    @Test
    void noSessionEverSeesBytesOfAnother() {
        for (int used : new int[] {0, 1, 100, Buffers.SIZE}) {
            byte[] lent = buffers.lend();
            Arrays.fill(lent, 0, used, (byte) 7);
            buffers.giveBack(lent, used);
            assertThat(buffers.lend()).isSameAs(lent).containsOnly(0);
        }
    }

    @Test
    void twoBorrowersNeverShareABuffer() {
        byte[] first = buffers.lend();
        byte[] second = buffers.lend();
        assertThat(first).isNotSameAs(second).hasSize(Buffers.SIZE);
        buffers.giveBack(first, 0);
        buffers.giveBack(second, 0);
        assertThat(buffers.lend()).isNotSameAs(buffers.lend());
    }

    @Test
    void aFullPoolDropsWhatComesBack() {
        byte[][] lent = {buffers.lend(), buffers.lend(), buffers.lend()};
        for (byte[] buffer : lent) {
            buffers.giveBack(buffer, 0);
        }
        assertThat(buffers.lend()).isSameAs(lent[0]);
        assertThat(buffers.lend()).isSameAs(lent[1]);
        assertThat(buffers.lend()).isNotSameAs(lent[2]);
    }

    @Test
    void aBufferOfAnotherSizeIsNotKept() {
        byte[] larger = buffers.larger(buffers.lend(), 0).orElseThrow();
        assertThat(larger).hasSize(2 * Buffers.SIZE);
        buffers.giveBack(larger, 5);
        assertThat(buffers.lend()).hasSize(Buffers.SIZE);
    }

    @Test
    void largerBuffersKeepTheirBytesAndLeaveNone() {
        byte[] lent = buffers.lend();
        Arrays.fill(lent, (byte) 7);
        assertThat(Arrays.copyOf(buffers.larger(lent, lent.length).orElseThrow(), lent.length))
                .containsOnly(7);
        assertThat(buffers.lend()).isSameAs(lent).containsOnly(0);
    }

    @Test
    void allLargerBuffersTogetherHaveALimit() {
        byte[] first = buffers.larger(buffers.lend(), 0).orElseThrow();
        byte[] second = buffers.larger(buffers.lend(), 0).orElseThrow();
        byte[] third = buffers.lend();
        assertThat(buffers.larger(third, 0)).isEmpty();
        buffers.giveBack(first, 0);
        assertThat(buffers.larger(third, 0)).isPresent();
        assertThat(buffers.large()).isEqualTo(4 * Buffers.SIZE);
        assertThat(buffers.lent()).isEqualTo(2);
        buffers.giveBack(second, 0);
        assertThat(buffers.large()).isEqualTo(2 * Buffers.SIZE);
    }
}
