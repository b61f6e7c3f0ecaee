package dev.gatehouse.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever arrives is a head or malformed, nothing else; and what is a head holds no line break where one would make
/// another header of it.
class HeadsFuzzTest {
    private static final int ROUNDS = 60_000;
    private static final String BITS = "\r\n\t :;,%/\0\u00e9aZ09";

    private final long seed = Long.getLong("gatehouse.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void mutatedHeadsAreHeadsOrMalformed() {
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var text = mutated("POST /a/b?c=d HTTP/1.1\r\nHost: gw\r\nContent-Length: 3\r\nAccept: */*\r\n\r\n");
            try {
                var head = RequestHead.parse(Slice.of(text.getBytes(StandardCharsets.ISO_8859_1)));
                Framing.ofRequest(head);
                assertThat(head.headers().list())
                        .as("seed %d", seed)
                        .noneMatch(header -> (header.name() + header.value()).matches("(?s).*[\r\n\0].*"));
                read++;
            } catch (MalformedHttp refused) {
                assertThat(refused.text()).isNotBlank();
            }
        }
        assertThat(read).as("seed %d", seed).isPositive();
    }

    private String mutated(String head) {
        var text = new StringBuilder(head);
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            int at = random.nextInt(text.length());
            char c = BITS.charAt(random.nextInt(BITS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                default -> text.deleteCharAt(at);
            }
        }
        return text + "\r\n\r\n";
    }
}
