package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "*, anything, true",
        "'', '', true",
        "'', a, false",
        "contact.*, contact.email, true",
        "contact.*, contact, false",
        "contact.*, contact., true",
        "contact.*, my-contact.email, false",
        "contact.*, contactXemail, false",
        "*.email, contact.email, true",
        "*.email, contact.emails, false",
        "a*b*c, abc, true",
        "a*b*c, aXbYbZc, true",
        "a*b*c, acb, false",
        "**, x, true",
        "a*a, a, false",
        "shop, shop, true",
        "shop, Shop, false",
        "s?op, shop, false",
        "[a-z]*, a, false"
    })
    void onlyAStarStandsForOthers(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void aPatternMadeToBacktrackEnds() {
        assertThat(new Glob("*a".repeat(50) + "b").matches("a".repeat(5_000))).isFalse();
    }

    @Test
    void aNameWithoutStarIsExact() {
        assertThat(new Glob("patients.name").exact()).isTrue();
        assertThat(new Glob("patients.*").exact()).isFalse();
    }
}
