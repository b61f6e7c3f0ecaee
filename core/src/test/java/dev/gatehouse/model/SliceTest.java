package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final byte[] BYTES = {9, 1, 2, 3, 9};
    private static final Slice MIDDLE = Slice.of(BYTES, 1, 3);

    @Test
    void aSliceIsItsBytesAndNoOthers() {
        assertThat(MIDDLE.toBytes()).containsExactly(1, 2, 3);
        assertThat(MIDDLE.from(1).toBytes()).containsExactly(2, 3);
        assertThat(MIDDLE.part(1, 1).toBytes()).containsExactly(2);
        assertThat(MIDDLE.from(3).isEmpty()).isTrue();
        assertThat(MIDDLE.at(2)).isEqualTo((byte) 3);
    }

    @Test
    void nothingReachesTheBytesBesideIt() {
        List<ThrowingCallable> attempts = List.of(
                () -> MIDDLE.at(3),
                () -> MIDDLE.at(-1),
                () -> MIDDLE.from(-1),
                () -> MIDDLE.from(4),
                () -> MIDDLE.part(0, 4),
                () -> MIDDLE.part(-1, 2),
                () -> MIDDLE.part(2, 2),
                () -> MIDDLE.part(0, -1),
                () -> Slice.of(BYTES, 4, 2),
                () -> Slice.of(BYTES, -1, 2),
                () -> Slice.of(BYTES, Integer.MAX_VALUE, 1),
                () -> Slice.copyOf(BYTES, 3, 4),
                () -> Slice.copyOf(BYTES, 3, -1));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt).isInstanceOf(IndexOutOfBoundsException.class));
    }

    @Test
    void aCopyOutlivesItsArray() {
        byte[] reused = {1, 2, 3};
        var copy = Slice.copyOf(reused, 0, 2);
        reused[0] = 7;
        assertThat(copy.toBytes()).containsExactly(1, 2);
    }

    @Test
    void equalBytesAreEqualWhereverTheyLie() {
        var other = Slice.of(new byte[] {1, 2, 3});
        assertThat(MIDDLE).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(MIDDLE.from(1));
        assertThat(MIDDLE.part(1, 0)).isEqualTo(Slice.EMPTY).hasSameHashCodeAs(Slice.EMPTY);
    }

    @Test
    void itsTextSaysNothingOfTheBytes() {
        assertThat(Slice.utf8("hunter2")).hasToString("Slice[7 bytes]");
        assertThat(Slice.utf8("Zoë").utf8()).isEqualTo("Zoë");
    }
}
