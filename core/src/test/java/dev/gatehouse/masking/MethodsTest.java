package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {
    private static final Set<Category> CARD = Set.of(Category.CARD);
    private static final Set<Category> PHONE = Set.of(Category.PHONE);
    private final Masker masker = new Masker(new byte[32]);

    @Test
    void anEncryptedCardIsWrittenAlikeAndPassesLuhn() {
        String shown = masker.text(Method.FPE, CARD, "4111 1111 1111 1111").orElseThrow();
        assertThat(shown).matches("[0-9]{4}( [0-9]{4}){3}").isNotEqualTo("4111 1111 1111 1111");
        assertThat(luhn(shown.replace(" ", ""))).isTrue();
        assertThat(masker.text(Method.FPE, CARD, "4111 1111 1111 1111")).contains(shown);
    }

    @Test
    void whatIsTooSmallToEncryptGetsAPseudonym() {
        assertThat(masker.text(Method.FPE, PHONE, "12345").orElseThrow()).matches("phone~[0-9a-z]{12}");
        assertThat(masker.text(Method.FPE, PHONE, "zoë 1234567").orElseThrow()).matches("phone~[0-9a-z]{12}");
        assertThat(masker.text(Method.FPE, PHONE, "+49 30 901820").orElseThrow())
                .matches("\\+[0-9]{2} [0-9]{2} [0-9]{6}");
    }

    @Test
    void encryptionOfWholeNumbersKeepsTheirLengthAndIsOneToOne() {
        var seen = new java.util.HashSet<Long>();
        for (long i = 1_000_000; i < 1_002_000; i++) {
            long shown = masker.whole(Method.FPE, PHONE, i, Integer.MAX_VALUE).orElseThrow();
            assertThat(shown).isBetween(1_000_000L, 9_999_999L);
            assertThat(seen.add(shown)).isTrue();
        }
        assertThat(masker.whole(Method.FPE, PHONE, 2_147_483_647L, Integer.MAX_VALUE)
                        .orElseThrow())
                .isBetween(1_000_000_000L, 2_147_483_647L);
    }

    @ParameterizedTest
    @CsvSource({
        "identity.birth-date, 1985-07-30, ≈1985",
        "identity.birth-date, 30 juillet 1985, ≈1985",
        "contact.address, 'Hauptstraße 5, 10115 Berlin', ≈10",
        "network.ip, 203.0.113.77, ≈203.0.113.0/24",
        "network.ip, 2001:db8:85a3::8a2e, ≈2001:db8:85a3:0:0:0:0:0/48",
        "identity.profile, 1234, ≈1000",
        "identity.profile, -37.5, ≈-30",
        "identity.name, Jane Doe, [redacted]",
        "network.ip, localhost, [redacted]",
        "contact.email, jane@example.com, [redacted]"
    })
    void generalisingKeepsTheCoarsePart(String category, String value, String shown) {
        assertThat(masker.text(Method.GENERALISE, Set.of(new Category(category)), value))
                .contains(shown);
    }

    @Test
    void aKeyedHashIsLongAndStable() {
        String shown = masker.text(Method.HASH, PHONE, "+49 30 901820").orElseThrow();
        assertThat(shown).matches("hash~[0-9a-z]{25}");
        assertThat(new Masker(new byte[32]).text(Method.HASH, PHONE, "+49 30 901820"))
                .contains(shown);
    }

    @Test
    void typedValuesKeepTheirTypes() {
        assertThat(masker.day(Method.GENERALISE, PHONE, LocalDate.of(1985, 7, 30)))
                .contains(LocalDate.of(1985, 1, 1));
        assertThat(masker.day(Method.REDACT, PHONE, LocalDate.of(1985, 7, 30))).isEqualTo(Optional.empty());
        assertThat(masker.whole(Method.GENERALISE, PHONE, 4711, Integer.MAX_VALUE))
                .contains(4000L);
        assertThat(masker.address(Method.GENERALISE, PHONE, new byte[] {1, 2, 3, 4})
                        .orElseThrow())
                .containsExactly(1, 2, 3, 0);
        byte[] uuid = masker.uuid(Method.PSEUDONYM, PHONE, new byte[16]).orElseThrow();
        assertThat(uuid[6]).isEqualTo((byte) 0x8e);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
