package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.detection.Detection;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScannerTest {
    private static final Inside INSIDE = new Inside(
            Optional.of(new ColumnName("public", "tickets", "body")),
            Map.of(Category.EMAIL, Method.PARTIAL, Category.CARD, Method.REDACT, Category.PHONE, Method.NULL));

    private final Masker masker = new Masker(new byte[32]);
    private final Scanner scanner = new Detectors().scanner();

    @Test
    void eachFindIsMaskedInItsPlaceAsItsCategorySays() {
        assertThat(scanner.masked(INSIDE, "from jane@example.com: 4111 1111 1111 1111!", false, masker))
                .contains("from j***@e***.com: [redacted]!");
        assertThat(scanner.masked(INSIDE, "order 4711 was sent", false, masker)).contains("order 4711 was sent");
    }

    @Test
    void aPartThatWouldBeNullMakesTheWholeNull() {
        assertThat(scanner.masked(INSIDE, "call +49 30 901820", false, masker)).isEmpty();
    }

    @Test
    void aDocumentStaysOne() {
        assertThat(scanner.masked(
                        INSIDE,
                        "{\"mail\":\"\\\"j\\\"@example.com\",\"pan\":4111111111111111,\"note\":\"a \\\"b\\\" x@y.de\"}",
                        true,
                        masker))
                .contains(
                        "{\"mail\":\"\\\\***@e***.com\",\"pan\":\"[redacted]\",\"note\":\"a \\\"b\\\" x***@y***.de\"}");
    }

    @Test
    void whatNobodyWantsIsNotLookedFor() {
        Scanner cards = new Detectors(new Detection(), Set.of(Category.CARD)).scanner();
        assertThat(cards.masked(INSIDE, "from jane@example.com", false, masker)).contains("from jane@example.com");
        assertThat(cards.clean(INSIDE, "from jane@example.com")).isTrue();
    }

    @Test
    void aColumnThatHoldsTheCategoryItselfShowsItAndIsSearchedForTheRest() {
        assertThat(scanner.clean(INSIDE, "my name is Anna Müller")).isFalse();
        assertThat(scanner.clean(INSIDE, "the lamp is broken")).isTrue();
    }
}
