package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BuffersTest {
    private final Buffers buffers = new Buffers(2);

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
        buffers.giveBack(new byte[2 * Buffers.SIZE], 5);
        assertThat(buffers.lend()).hasSize(Buffers.SIZE);
    }
}
