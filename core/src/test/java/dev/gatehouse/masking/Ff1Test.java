package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ff1Test {
    /// The nine samples that NIST publishes for FF1.
    @ParameterizedTest
    @CsvSource({
        "2B7E151628AED2A6ABF7158809CF4F3C, 10, '', 0123456789, 2433477484",
        "2B7E151628AED2A6ABF7158809CF4F3C, 10, 39383736353433323130, 0123456789, 6124200773",
        "2B7E151628AED2A6ABF7158809CF4F3C, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F, 10, '', 0123456789, 2830668132",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F, 10, 39383736353433323130, 0123456789, 2496655549",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94, 10, '', 0123456789, 6657667009",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94, 10, 39383736353433323130, 0123456789, 1001623463",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd"
    })
    void theSamplesOfTheStandardComeOut(String key, int radix, String tweak, String plain, String encrypted) {
        var cipher = new Ff1(HexFormat.of().parseHex(key));
        int[] numerals = plain.chars().map(c -> Character.digit(c, 36)).toArray();
        int[] shown = cipher.encrypt(radix, HexFormat.of().parseHex(tweak), numerals);
        assertThat(IntStream.of(shown)
                        .mapToObj(numeral -> Integer.toString(numeral, 36))
                        .collect(Collectors.joining()))
                .isEqualTo(encrypted);
    }

    @Test
    void domainsBelowAMillionAreTooSmall() {
        assertThat(Ff1.largeEnough(10, 5)).isFalse();
        assertThat(Ff1.largeEnough(10, 6)).isTrue();
        assertThat(Ff1.largeEnough(36, 3)).isFalse();
        assertThat(Ff1.largeEnough(36, 4)).isTrue();
    }
}
