package dev.gatehouse.postgres.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedMaskTest {
    private static final Set<Category> PROFILE = Set.of(new Category("identity.profile"));
    private final Masker masker = new Masker(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "int4, 23, 4711, 00001267, 4000, 00000fa0",
        "int2, 21, -37, ffdb, -30, ffe2",
        "int8, 20, 1234567, 000000000012d687, 1000000, 00000000000f4240",
        "date, 1082, 1985-07-30, ffffeb6c, 1985-01-01, ffffea9a",
        "timestamp, 1114, 2000-01-02 12:00:00, 0000001e2cc73000, 2000-01-01 00:00:00, 0000000000000000",
        "timestamptz, 1184, 2000-01-02 12:00:00+00, 0000001e2cc73000, 2000-01-01 00:00:00+00, 0000000000000000",
        "inet, 869, 203.0.113.77, 02200004cb00714d, 203.0.113.0, 02200004cb007100"
    })
    void aGeneralisedValueIsTheSameInBothFormats(
            String name, int oid, String text, String binary, String shown, String shownBinary) {
        assertThat(masked(oid, Format.TEXT, Method.GENERALISE, Slice.utf8(text)))
                .contains(Slice.utf8(shown));
        assertThat(masked(oid, Format.BINARY, Method.GENERALISE, hex(binary))).contains(hex(shownBinary));
    }

    @ParameterizedTest
    @CsvSource({
        "23, 4711, 00001267",
        "1082, 1985-07-30, ffffeb6c",
        "2950, 550e8400-e29b-41d4-a716-446655440000, 550e8400e29b41d4a716446655440000",
        "869, 203.0.113.77, 02200004cb00714d"
    })
    void aPseudonymKeepsTheTypeAndIsNeitherTheValueNorTheConstant(int oid, String text, String binary) {
        Slice shown =
                masked(oid, Format.TEXT, Method.PSEUDONYM, Slice.utf8(text)).orElseThrow();
        Slice shownBinary =
                masked(oid, Format.BINARY, Method.PSEUDONYM, hex(binary)).orElseThrow();
        assertThat(shown.utf8()).isNotEqualTo(text);
        assertThat(shownBinary.length()).isEqualTo(binary.length() / 2);
        assertThat(shownBinary).isNotEqualTo(hex(binary));
        assertThat(masked(oid, Format.TEXT, Method.PSEUDONYM, Slice.utf8(text))).contains(shown);
    }

    @Test
    void whatIsNotWrittenAsExpectedGetsTheConstant() {
        assertThat(masked(1082, Format.TEXT, Method.GENERALISE, Slice.utf8("infinity")))
                .contains(Slice.utf8("1970-01-01"));
        assertThat(masked(23, Format.TEXT, Method.REDACT, Slice.utf8("4711"))).contains(Slice.utf8("0"));
        assertThat(masked(23, Format.TEXT, Method.NULL, Slice.utf8("4711"))).isEmpty();
        assertThat(masked(1700, Format.TEXT, Method.PSEUDONYM, Slice.utf8("NaN")))
                .contains(Slice.utf8("0"));
    }

    private Optional<Slice> masked(int oid, Format format, Method method, Slice value) {
        return TypedMask.of(PgType.of(oid), format, method, PROFILE, value, masker);
    }

    private static Slice hex(String bytes) {
        return Slice.of(HexFormat.of().parseHex(bytes));
    }
}
