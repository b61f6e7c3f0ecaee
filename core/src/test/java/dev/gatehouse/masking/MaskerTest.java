package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskerTest {
    private static final Set<Category> EMAIL = Set.of(Category.EMAIL);
    private final Masker masker = new Masker(new byte[32]);

    @ParameterizedTest
    @EnumSource(value = Method.class, mode = EnumSource.Mode.EXCLUDE, names = "CLEAR")
    void aMaskedValueNeverLeaves(Method method) {
        assertThat(masker.text(method, EMAIL, "jane.doe@example.com").orElse(""))
                .doesNotContain("jane", "doe", "example");
    }

    @Test
    void eachMethodHasItsOwnForm() {
        assertThat(masker.text(Method.NULL, EMAIL, "jane@example.com")).isEmpty();
        assertThat(masker.text(Method.REDACT, EMAIL, "jane@example.com")).contains("[redacted]");
        assertThat(masker.text(Method.PARTIAL, EMAIL, "jane@example.com")).contains("j***@e***.com");
        assertThat(masker.text(Method.PSEUDONYM, EMAIL, "jane@example.com").orElseThrow())
                .matches("email~[0-9a-z]{12}");
        assertThat(masker.text(Method.CLEAR, EMAIL, "jane@example.com")).contains("jane@example.com");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyMethodIsKnownByItsWord(Method method) {
        assertThat(Method.of(method.word())).contains(method);
    }

    @Test
    void theStricterOfTwoMethodsIsTheEarlier() {
        assertThat(Method.REDACT.strictest(Method.NULL)).isEqualTo(Method.REDACT);
        assertThat(Method.CLEAR.strictest(Method.PARTIAL)).isEqualTo(Method.PARTIAL);
        assertThat(Method.PSEUDONYM.strictest(Method.HASH)).isEqualTo(Method.HASH);
        assertThat(Method.of("Redact")).isEmpty();
    }
}
