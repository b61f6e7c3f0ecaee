package dev.gatehouse.http.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.http.wire.Framing;
import dev.gatehouse.http.wire.MalformedHttp;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest {
    private final long seed = Long.getLong("gatehouse.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    /// In pieces of any size.
    private Incoming arriving(String text) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        return new Incoming((buffer, offset, length) ->
                in.read(buffer, offset, random.nextInt(1, Math.min(length, 7) + 1)));
    }

    @Test
    void messagesAreCutWhereverTheyArrive() throws Exception {
        for (int i = 0; i < 200; i++) {
            var incoming = arriving("A /\r\nb: c\r\n\r\n12345B /\r\n\r\n4\r\nwiki\r\n1\r\n!\r\n0\r\n\r\nC /\r\n\r\n");
            assertThat(incoming.head().orElseThrow().utf8()).as("seed %d", seed).isEqualTo("A /\r\nb: c\r\n\r\n");
            assertThat(incoming.body(new Framing.Length(5)).readAllBytes()).hasSize(5);
            assertThat(incoming.head().orElseThrow().utf8()).isEqualTo("B /\r\n\r\n");
            assertThat(new String(incoming.body(new Framing.Chunked()).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("wiki!");
            assertThat(incoming.head().orElseThrow().utf8()).isEqualTo("C /\r\n\r\n");
            assertThat(incoming.head()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4\r\nwikix\r\n0\r\n\r\n",
                "4\nwiki\r\n0\r\n\r\n",
                "4\r\nwiki0\r\n\r\n",
                "4;x=y\r\nwiki\r\n0\r\n\r\n",
                "5\r\nwiki",
                "4\r\nwiki\r\n0\r\nTrailer: x\r\n\r\n",
                "g\r\n",
                ""
            })
    void chunksMustBeWhatTheySay(String body) {
        assertThatThrownBy(() -> arriving(body).body(new Framing.Chunked()).readAllBytes())
                .isInstanceOf(Incoming.Broken.class);
    }

    @Test
    void aBodyOrHeadThatIsCutOffIsNoWholeOne() {
        assertThatThrownBy(() -> arriving("123").body(new Framing.Length(4)).readAllBytes())
                .isInstanceOf(Incoming.Broken.class);
        assertThatThrownBy(() -> arriving("A /\r\n").head()).isInstanceOf(EOFException.class);
    }

    @Test
    void aHeadHasALimit() {
        assertThatThrownBy(() -> new Incoming((buffer, offset, length) -> {
                            java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                            return length;
                        })
                        .head())
                .isInstanceOf(MalformedHttp.class);
    }
}
