package dev.gatehouse.http.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever an API answers is JSON, shown masked, or an answer in which nothing can be masked.
class JsonMaskFuzzTest {
    private static final int ROUNDS = 5_000;
    private static final int MOST = 100_000;
    private static final byte[] EXAMPLE =
            "{\"id\":7,\"email\":\"jane@example.com\",\"list\":[1.5e3,true,null,{\"a\":\"\\u00e9\"}],\"x\":\"\u00e9\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final Detectors DETECTORS = new Detectors();
    private static final List<ColumnMask> MASKS = List.of(
            new ColumnMask("$..email", Set.of(Category.EMAIL), Method.REDACT, false, false),
            new ColumnMask(Field.REST, Set.of(Category.UNCLASSIFIED), Method.REDACT, false, false));

    private final long seed = Long.getLong("gatehouse.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void mutatedAnswersAreMaskedOrRefused() {
        int shown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutated();
            try {
                var text = new StringBuilder();
                new JsonMask(DETECTORS, new Masker(new byte[32]), MOST)
                        .mask(new ByteArrayInputStream(mutated), round % 2 == 0, MASKS)
                        .runs()
                        .forEach(run -> text.append(run.bytes().utf8()));
                assertThat(text.toString()).as("seed %d", seed).doesNotContain("jane@example");
                shown++;
            } catch (IOException | JsonMask.Unmaskable refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).isNotNull();
            }
        }
        assertThat(shown).as("seed %d", seed).isBetween(1, ROUNDS);
    }

    private byte[] mutated() {
        byte[] bytes = EXAMPLE.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? (byte) random.nextInt() : bytes[random.nextInt(bytes.length)];
        }
        return bytes;
    }
}
