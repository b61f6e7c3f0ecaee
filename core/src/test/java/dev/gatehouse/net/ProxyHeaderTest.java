package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static InputStream hex(String hex) {
        return new ByteArrayInputStream(HexFormat.of().parseHex(hex));
    }

    private static Optional<String> source(InputStream in) throws IOException {
        return ProxyHeader.read(in).map(address -> address.getAddress().getHostAddress() + " " + address.getPort());
    }

    @Test
    void version1SaysWhoseConnectionItIsAndLeavesTheRest() throws IOException {
        var in = text("PROXY TCP4 192.0.2.7 10.0.0.1 56324 6432\r\nQ");
        assertThat(source(in)).contains("192.0.2.7 56324");
        assertThat(in.read()).isEqualTo('Q');
        assertThat(source(text("PROXY TCP6 2001:db8::7 ::1 1 2\r\n"))).contains("2001:db8:0:0:0:0:0:7 1");
        assertThat(source(text("PROXY UNKNOWN\r\n"))).isEmpty();
    }

    @Test
    void version2SaysWhoseConnectionItIsAndLeavesTheRest() throws IOException {
        var in = hex(SIGNATURE + "2111000f" + "c0000207" + "0a000001" + "dc04" + "1920" + "040000" + "51");
        assertThat(source(in)).contains("192.0.2.7 56324");
        assertThat(in.read()).isEqualTo('Q');
        String six = "20010db8000000000000000000000007";
        assertThat(source(hex(SIGNATURE + "21210024" + six + six + "0001" + "0002")))
                .contains("2001:db8:0:0:0:0:0:7 1");
        assertThat(source(hex(SIGNATURE + "20000000"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "PROXY TCP4 192.0.2.7\r\n",
                "PROXY TCP4 localhost 10.0.0.1 1 2\r\n",
                "PROXY TCP4 2001:db8::7 ::1 1 2\r\n",
                "PROXY TCP4 192.0.2.0/24 10.0.0.1 1 2\r\n",
                "PROXY TCP4 192.0.2.7 10.0.0.1 70000 2\r\n",
                "PROXY UDP4 192.0.2.7 10.0.0.1 1 2\r\n",
                "PROXY TCP4 192.0.2.7 10.0.0.1 1 2 and no end of the line, however long one reads, which is refused soon enough to do no harm at all"
            })
    void whatIsNoHeaderIsRefused(String text) {
        assertThatThrownBy(() -> source(text(text))).isInstanceOf(ProxyHeader.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31110000", "22110000", "21110004c0000207", "2112000cc00002070a00000100010002", "2111ffff"})
    void whatIsNoHeaderOfVersion2IsRefused(String rest) {
        assertThatThrownBy(() -> source(hex(SIGNATURE + rest))).isInstanceOf(ProxyHeader.Malformed.class);
    }

    /// A seeded fuzz: an answer or an IOException, nothing else.
    @Test
    void nothingThatArrivesDoesHarm() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        byte[] whole = HexFormat.of().parseHex(SIGNATURE + "2111000c" + "c0000207" + "0a000001" + "dc04" + "1920");
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                Optional<InetSocketAddress> _ = ProxyHeader.read(new ByteArrayInputStream(bytes));
            } catch (IOException refused) {
                // Or cut short.
            }
        }
    }
}
