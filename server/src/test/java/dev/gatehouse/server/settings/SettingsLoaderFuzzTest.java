package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.rules.CelConditions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is written in a file, loading it ends in settings or in mistakes, never in an exception.
class SettingsLoaderFuzzTest {
    private static final int ROUNDS = 1_500;
    private static final String BITS = "{}[]:,-'\"|>&*!#% \n\t\0?@`~<=0xé";

    @TempDir
    Path directory;

    @Test
    void noFileMakesTheLoaderThrow() throws IOException {
        long seed = Long.getLong("gatehouse.seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var loader = new SettingsLoader(new CelConditions());
        var file = directory.resolve("gatehouse.yaml");
        var originals = new String[] {Example.contract(), Example.full(), Example.MINIMAL};
        for (int round = 0; round < ROUNDS; round++) {
            var text = mutate(originals[round % originals.length], random);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            var loaded = loader.load(file);
            assertThat(loaded.settings().isPresent())
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(loaded.mistakes().isEmpty());
            loaded.settings().ifPresent(settings -> new Translation(settings, new CelConditions()).rules());
        }
    }

    private static String mutate(String original, Random random) {
        var text = new StringBuilder(original);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, BITS.charAt(random.nextInt(BITS.length())));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.setCharAt(at, BITS.charAt(random.nextInt(BITS.length())));
            }
        }
        return text.toString();
    }
}
