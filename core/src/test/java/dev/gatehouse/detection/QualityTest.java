package dev.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What docs/reference/detection.md says about quality is measured here. `-Dgatehouse.rewrite=true` rewrites it.
class QualityTest {
    private static final long SEED = 20_261_121;
    private static final Set<FindingType> WITH_A_PATTERN = EnumSet.of(
            FindingType.EMAIL,
            FindingType.CREDIT_CARD,
            FindingType.IBAN,
            FindingType.IP_ADDRESS,
            FindingType.MAC_ADDRESS,
            FindingType.NATIONAL_ID);

    private static final Path PAGE = Path.of("..", "docs", "reference", "detection.md");
    private static final String BEGIN = "<!-- quality: begin -->\n";
    private static final String END = "<!-- quality: end -->";

    private final Finder finder = new Detection().finder();

    @Test
    void theGeneratedCorpusIsReadAsWellAsPromised() throws IOException {
        var quality = Quality.of(new Corpus(SEED).make(), finder);
        var heldOut = Quality.of(Material.heldOut(), finder);
        quality.scores.forEach((type, score) -> {
            double least = WITH_A_PATTERN.contains(type) ? 0.97 : 0.90;
            assertThat(score.recall()).as("%s %s", type, quality.mistakes).isGreaterThanOrEqualTo(least);
            assertThat(score.precision()).as("%s %s", type, quality.mistakes).isGreaterThanOrEqualTo(0.95);
        });
        assertThat(quality.touchedShare()).as("%s", quality.mistakes).isLessThanOrEqualTo(0.005);
        var elsewhere = Quality.of(new Elsewhere(SEED).make(), finder);
        publish("### Generated (seed " + SEED + ")\n\n" + quality.table() + "\n### Written by hand\n\n"
                + heldOut.table() + "\n### As elsewhere (seed " + SEED + ")\n\n" + elsewhere.table());
    }

    @Test
    void rowsAsTheyLookElsewhereAreReadAsWellAsPromised() {
        List<Sample> samples = new Elsewhere(SEED).make();
        var quality = Quality.of(samples, finder);
        var columns = Quality.of(
                samples.stream()
                        .filter(sample -> sample.kind().equals("column"))
                        .toList(),
                finder);
        WITH_A_PATTERN.forEach(type -> {
            var score = quality.score(type);
            assertThat(score.recall()).as("%s %s", type, quality.mistakes).isGreaterThanOrEqualTo(0.97);
            assertThat(score.precision()).as("%s %s", type, quality.mistakes).isGreaterThanOrEqualTo(0.95);
        });
        assertThat(quality.score(FindingType.SECRET).f1()).isGreaterThanOrEqualTo(0.9);
        columns.scores.forEach((type, score) ->
                assertThat(score.recall()).as("%s %s", type, columns.mistakes).isGreaterThanOrEqualTo(0.9));
        assertThat(quality.touchedShare()).as("%s", quality.mistakes).isLessThanOrEqualTo(0.005);
        assertThat((double) quality.exact / quality.right()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void whatWasWrittenByHandIsReadWellToo() {
        var quality = Quality.of(Material.heldOut(), finder);
        int right =
                quality.scores.values().stream().mapToInt(score -> score.right).sum();
        int there = right
                + quality.scores.values().stream()
                        .mapToInt(score -> score.missed)
                        .sum();
        assertThat((double) right / there).as("%s", quality.mistakes).isGreaterThanOrEqualTo(0.9);
        assertThat(quality.touched).as("%s", quality.mistakes).isLessThanOrEqualTo(1);
    }

    private static void publish(String tables) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        String renewed = page.substring(0, from) + tables + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("gatehouse.rewrite")) {
            Files.writeString(PAGE, renewed);
        }
        assertThat(page.equals(renewed) || Boolean.getBoolean("gatehouse.rewrite"))
                .as("the tables in %s are those measured; run with -Dgatehouse.rewrite=true", PAGE)
                .isTrue();
    }
}
