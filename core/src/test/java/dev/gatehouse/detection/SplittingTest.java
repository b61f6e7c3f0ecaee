package dev.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplittingTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void splittingTheInputAnywhereChangesNothing(long seed) {
        var random = new Random(seed);
        Finder finder = new Detection().finder();
        String separator = seed == 2 ? " " : seed == 3 ? "\uD83D\uDE00" : "\n";
        String text =
                new Corpus(seed).make().stream().limit(6000).map(Sample::text).collect(Collectors.joining(separator));
        List<Finding> whole = finder.plain(Column.UNKNOWN, text);
        assertThat(whole).hasSizeGreaterThan(500);
        for (int round = 0; round < 4; round++) {
            var found = new ArrayList<Finding>();
            var stream = new TextStream(finder, Column.UNKNOWN, found::add);
            int largest = 1 << 4 * (1 + random.nextInt(4));
            for (int i = 0; i < text.length(); ) {
                int next = Math.min(text.length(), i + 1 + random.nextInt(largest));
                stream.read(text.substring(i, next));
                i = next;
            }
            stream.end();
            assertThat(found).as("parts of up to %d characters", largest).isEqualTo(whole);
        }
    }
}
