package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageWriterTest {
    @Test
    void severalMessagesAreCollectedForOneWrite() {
        var out = new MessageWriter(1, 1000);
        new ParseComplete().encode(out);
        new ReadyForQuery(TransactionStatus.IN_TRANSACTION).encode(out);
        assertThat(out.toSlice()).isEqualTo(Hex.slice("\"1\" 00000004 \"Z\" 00000005 \"T\""));
        out.clear();
        assertThat(out.size()).isZero();
    }

    @Test
    void theLimitIsKept() {
        var out = new MessageWriter(1, 10);
        out.int64(1).int16(2);
        assertThatThrownBy(() -> out.int8(3)).isInstanceOf(WireException.class).hasMessageContaining("10 bytes");
        assertThat(out.size()).isEqualTo(10);
    }

    @Test
    void misuseIsToldToTheProgrammer() {
        assertThatThrownBy(() -> new MessageWriter().end()).hasMessageContaining("without begin");
        assertThatThrownBy(() -> new MessageWriter().begin('a').begin('b')).hasMessageContaining("begin before");
    }

    @Test
    void aStringWithNulCannotSmuggleASecondField() {
        assertThatThrownBy(() -> new MessageWriter().string("a\0b")).isInstanceOf(WireException.class);
    }
}
