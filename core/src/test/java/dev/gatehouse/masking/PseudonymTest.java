package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymTest {
    private static final Category NAME = new Category("identity.name");
    private final Masker masker = new Masker(new byte[32]);

    @Test
    void equalValuesStayEqual() {
        assertThat(pseudonym(masker, NAME, "Jane")).isEqualTo(pseudonym(masker, NAME, "Jane"));
        assertThat(pseudonym(new Masker(new byte[32]), NAME, "Jane")).isEqualTo(pseudonym(masker, NAME, "Jane"));
        assertThat(pseudonym(masker, NAME, "jane")).isNotEqualTo(pseudonym(masker, NAME, "Jane"));
    }

    @Test
    void anotherKeyOrCategoryGivesAnotherPseudonym() {
        var key = new byte[32];
        key[31] = 1;
        assertThat(pseudonym(new Masker(key), NAME, "Jane")).isNotEqualTo(pseudonym(masker, NAME, "Jane"));
        assertThat(pseudonym(masker, new Category("staff.name"), "Jane"))
                .startsWith("name~")
                .isNotEqualTo(pseudonym(masker, NAME, "Jane"));
    }

    @Test
    void theOrderOfCategoriesDoesNotMatter() {
        var other = new Category("username");
        assertThat(masker.text(Method.PSEUDONYM, Set.of(NAME, other), "Jane"))
                .isEqualTo(masker.text(Method.PSEUDONYM, Set.of(other, NAME), "Jane"));
    }

    @ParameterizedTest
    @CsvSource({
        "identity.name, name",
        "identity.birth-date, date",
        "health, health",
        "custom.x1, value",
        "custom.Größe, re",
        "a.verylongcategorynamewithoutend, verylongcategory"
    })
    void itIsNamedAfterItsCategory(String category, String word) {
        assertThat(pseudonym(masker, new Category(category), "Jane")).startsWith(word + "~");
    }

    @Test
    void differentValuesDiffer() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(pseudonym(masker, NAME, "person " + i))).isTrue();
        }
    }

    private static String pseudonym(Masker masker, Category category, String value) {
        return masker.text(Method.PSEUDONYM, Set.of(category), value).orElseThrow();
    }
}
