package dev.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cell that is one thing from end to end is judged without being read into words; what is found is the same.
class WholeCellsTest {
    private static final String[] COLUMNS = {
        "value",
        "email",
        "iban",
        "card_number",
        "client_ip",
        "mac",
        "birth_date",
        "name",
        "password",
        "order_no",
        "note",
        "national_id",
        "phone",
        "username",
        "passport_no",
        "kennzeichen",
        "cvv",
        "driving_licence",
        "city"
    };
    private static final String ALPHABET = "0123456789abcdefABCDEFgzGZ@.-: +_";

    private final Finder finder = new Detection().finder();
    /// Who has a detector of their own takes no short cuts.
    private final Finder thorough = new Detection(List.of(
                    new CustomDetector("none", new Category("none"), (_, _) -> {}, List.of(), Optional.empty())))
            .finder();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void theShortWayFindsWhatTheLongOneFinds(long seed) {
        var samples = new ArrayList<>(new Corpus(seed).make());
        samples.addAll(new Elsewhere(seed).make());
        var random = new Random(seed);
        for (Sample sample : samples) {
            same(finder.columns().of(sample.table(), sample.column(), sample.sqlType()), sample.text());
            same(column(random), sample.text());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4})
    void soItIsWithWhateverElse(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 60_000; i++) {
            same(column(random), text(random));
        }
    }

    private void same(Column column, String text) {
        List<Finding> expected = text.isEmpty() ? List.of() : thorough.plain(column, text);
        assertThat(finder.value(column, text)).as("%s in %s", text, column).isEqualTo(expected);
    }

    private Column column(Random random) {
        String table = random.nextBoolean() ? "t" : "customers";
        return finder.columns()
                .of(table, COLUMNS[random.nextInt(COLUMNS.length)], random.nextInt(8) == 0 ? "bigint" : "text");
    }

    /// Of few kinds of characters each, so that it often looks like something.
    private static String text(Random random) {
        int length = 1 + random.nextInt(40);
        int from = random.nextInt(ALPHABET.length());
        int kinds = 1 + random.nextInt(ALPHABET.length() - from);
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(from + random.nextInt(kinds)));
        }
        return text.toString();
    }
}
