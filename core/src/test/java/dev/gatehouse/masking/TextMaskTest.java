package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Bytes become what texts become, by whichever way.
class TextMaskTest {
    private static final String[] CATEGORIES = {
        "contact.email",
        "contact.phone",
        "financial.card",
        "financial.iban",
        "identity.name",
        "identity.birth-date",
        "national-id",
        "network.ip",
        "network.mac",
        "contact.address",
        "other"
    };
    private static final String[] WORDS = {
        "jane",
        "Jane",
        "O'Neil",
        "J",
        ".",
        "..",
        "@",
        "example",
        ".com",
        ".xn--p1ai",
        "-",
        " ",
        "  ",
        "\n",
        "\t",
        "é",
        "Ж",
        "😀",
        "4111",
        "1111",
        "12",
        "7",
        "+49",
        "(0)",
        "DE89",
        "3704",
        "1985-03-07",
        "10.1",
        ".2.3",
        "::1",
        "fe80:",
        "00:1b",
        ":44",
        "\u007f",
        "",
        "’",
        "Müller",
        "a".repeat(30),
        "1".repeat(70)
    };

    private static final List<Method> METHODS = List.of(Method.values());

    private final Masker masker = new Masker(new byte[32]);

    @Test
    void theFastWayAndTheSlowOneAgree() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 60_000; i++) {
            var categories = random.nextInt(8) == 0
                    ? Set.of(Category.EMAIL, Category.PHONE)
                    : Set.of(new Category(CATEGORIES[random.nextInt(CATEGORIES.length)]));
            var method = METHODS.get(random.nextInt(METHODS.size()));
            var value = value(random);
            assertThat(shown(masker.texts(method, categories), value))
                    .as("seed %d: %s of %s '%s'", seed, method, categories, value)
                    .isEqualTo(masker.text(method, categories, value));
        }
    }

    @Test
    void whatIsRememberedIsWhatItWas() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (var method : Method.values()) {
            var texts = masker.texts(method, Set.of(new Category("identity.name")));
            for (int i = 0; i < 6_000; i++) {
                var value = "value " + random.nextInt(i < 3_000 ? 400 : 1_000_000);
                assertThat(shown(texts, value))
                        .as("seed %d: %s", seed, value)
                        .isEqualTo(masker.text(method, Set.of(new Category("identity.name")), value));
            }
        }
    }

    private static String value(Random random) {
        var value = new StringBuilder();
        for (int words = 1 + random.nextInt(7); words > 0; words--) {
            value.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return value.toString();
    }

    private static Optional<String> shown(TextMask texts, String value) {
        byte[] row = ("xx" + value + "yy").getBytes(StandardCharsets.UTF_8);
        int size = texts.mask(row, 2, row.length - 4);
        return size == TextMask.NULL
                ? Optional.empty()
                : Optional.of(new String(texts.shown(), 0, size, StandardCharsets.UTF_8));
    }
}
