package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartupPacketTest {
    private static StartupPacket decode(String annotated) {
        byte[] bytes = Hex.bytes(annotated);
        assertThat(Frames.startupSize(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        StartupPacket packet = StartupPacket.decode(bytes, 0, bytes.length);
        assertThat(Examples.encoded(packet)).isEqualTo(bytes);
        return packet;
    }

    @Test
    void aStartupMessageAsPostgresTakesIt() {
        var startup = (StartupMessage)
                decode("00000029 0003 0000 \"user\" 00 \"postgres\" 00 \"database\" 00 \"postgres\" 00 00");
        assertThat(startup.user()).contains("postgres");
        assertThat(startup.database()).contains("postgres");
        assertThat(startup.negotiation()).isEmpty();
    }

    @Test
    void requestsHaveTheirOwnNumbers() {
        assertThat(decode("00000008 04d2 162f")).isEqualTo(new SslRequest());
        assertThat(decode("00000008 04d2 1630")).isEqualTo(new GssEncRequest());
        assertThat(decode("00000010 04d2 162e 00007a3c 3047fa06"))
                .isEqualTo(new CancelRequest(0x7a3c, Hex.slice("3047fa06")));
    }

    @Test
    void withoutADatabaseItIsTheUsers() {
        assertThat(new StartupMessage(0, Map.of("user", "ada")).database()).contains("ada");
        assertThat(new StartupMessage(0, Map.of("user", "")).user()).isEmpty();
    }

    @Test
    void aNewerMinorVersionAndUnknownOptionsAreNegotiated() {
        assertThat(new StartupMessage(2, Map.of("user", "ada")).negotiation()).isEmpty();
        assertThat(new StartupMessage(9999, Map.of("user", "ada", "_pq_.grease", "1")).negotiation())
                .contains(new NegotiateProtocolVersion(0x00030002, List.of("_pq_.grease")));
        assertThat(new StartupMessage(0, Map.of("_pq_.x", "1")).negotiation())
                .contains(new NegotiateProtocolVersion(0x00030000, List.of("_pq_.x")));
    }

    @Test
    void whatIsAmbiguousOrCutOffIsRefused() {
        assertRefused("00000019 0003 0000 \"user\" 00 \"a\" 00 \"user\" 00 \"b\" 00 00 00", "twice");
        assertRefused("0000000f 0003 0000 \"user\" 00 \"a\" 00", "no end");
        assertRefused("00000010 0003 0000 \"user\" 00 \"a\" 00 00 00", "1 bytes follow");
        assertRefused("00000009 0002 0000 00", "unsupported frontend protocol 2.0");
        assertRefused("00000009 04d2 162f 00", "1 bytes follow");
        assertRefused("00000008 04d2 9999", "not known");
        assertRefused("0000000f 04d2 162e 00007a3c 304700", "4 to 256");
    }

    private static void assertRefused(String annotated, String text) {
        byte[] bytes = Hex.bytes(annotated);
        assertThatThrownBy(() -> StartupPacket.decode(bytes, 0, bytes.length))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(text);
    }
}
