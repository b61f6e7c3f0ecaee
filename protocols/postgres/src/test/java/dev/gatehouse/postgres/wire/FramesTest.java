package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FramesTest {
    private final Frames frames = new Frames(20);

    @Test
    void aMessageIsCompleteWithItsLastByteAndNotBefore() {
        byte[] bytes = Hex.bytes("ff \"Z\" 00000005 \"I\" \"Z\"");
        for (int to = 1; to < 6; to++) {
            assertThat(frames.size(bytes, 1, to)).isEqualTo(Frames.UNKNOWN);
            assertThat(frames.complete(bytes, 1, to)).isFalse();
        }
        assertThat(frames.size(bytes, 1, 6)).isEqualTo(6);
        assertThat(frames.complete(bytes, 1, 6)).isFalse();
        assertThat(frames.complete(bytes, 1, 7)).isTrue();
        assertThat(Frames.type(bytes, 1)).isEqualTo((byte) 'Z');
    }

    @Test
    void theLargestMessageIsLetThroughAndOneByteMoreIsNot() {
        assertThat(frames.size(Hex.bytes("\"d\" 00000013"), 0, 5)).isEqualTo(20);
        assertThatThrownBy(() -> frames.size(Hex.bytes("\"d\" 00000014"), 0, 5))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.sqlState()).isEqualTo("54000"))
                .hasMessageContaining("'d'")
                .hasMessageContaining("limit of 20 bytes");
        assertThatThrownBy(() -> frames.size(Hex.bytes("\"d\" 7fffffff"), 0, 5)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> new Frames(Integer.MAX_VALUE).size(Hex.bytes("\"d\" 7fffffff"), 0, 5))
                .isInstanceOf(WireException.class);
    }

    @Test
    void lengthsThatCannotBeAreViolations() {
        for (String length : new String[] {"00000003", "00000000", "ffffffff", "80000000"}) {
            assertThatThrownBy(() -> frames.size(Hex.bytes("\"d\" " + length), 0, 5))
                    .isInstanceOfSatisfying(
                            WireException.class, e -> assertThat(e.sqlState()).isEqualTo("08P01"));
        }
    }

    @Test
    void aWebBrowserIsToldThatThisIsPostgres() {
        byte[] http = Hex.bytes("\"GET / HTTP/1.1\"");
        assertThatThrownBy(() -> Frames.startupSize(http, 0, http.length)).hasMessageContaining("PostgreSQL client?");
        assertThat(Frames.startupSize(http, 0, 3)).isEqualTo(Frames.UNKNOWN);
        assertThatThrownBy(() -> Frames.startupSize(Hex.bytes("00000007"), 0, 4))
                .isInstanceOf(WireException.class);
        assertThat(Frames.startupSize(Hex.bytes("00002710"), 0, 4)).isEqualTo(10_000);
        assertThatThrownBy(() -> Frames.startupSize(Hex.bytes("00002711"), 0, 4))
                .isInstanceOf(WireException.class);
    }
}
