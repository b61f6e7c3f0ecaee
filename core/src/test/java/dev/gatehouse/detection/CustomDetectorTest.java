package dev.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.detection.CustomDetector.Checksum;
import dev.gatehouse.model.Category;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomDetectorTest {
    private static final Category STAFF = new Category("staff.number");

    private static Finder finder(List<String> context, Optional<Checksum> checksum) {
        CustomDetector.Pattern pattern = (text, place) -> {
            var matcher = java.util.regex.Pattern.compile("S[0-9]{6}").matcher(text);
            while (matcher.find()) {
                place.at(matcher.start(), matcher.end());
            }
        };
        return new Detection(List.of(new CustomDetector("staff-no", STAFF, pattern, context, checksum))).finder();
    }

    @Test
    void aMatchIsAFindingOfItsOwnTypeAndCategory() {
        assertThat(finder(List.of(), Optional.empty()).find(Column.UNKNOWN, "ask S123456 please"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.type()).isEqualTo("staff-no");
                    assertThat(finding.category()).isEqualTo(STAFF);
                    assertThat(finding.start()).isEqualTo(4);
                    assertThat(finding.end()).isEqualTo(11);
                });
    }

    @Test
    void aContextWordMustStandNearOrInTheColumnsName() {
        Finder finder = finder(List.of("Prüfer"), Optional.empty());
        assertThat(finder.find(Column.UNKNOWN, "ask S123456 please")).isEmpty();
        assertThat(finder.find(Column.UNKNOWN, "prufer: S123456")).hasSize(1);
        assertThat(finder.find(finder.columns().of("t", "PRÜFER_NR", "text"), "S123456"))
                .hasSize(1);
    }

    @Test
    void digitsMustPassTheCheck() {
        Finder finder = finder(List.of(), Optional.of(Checksum.LUHN));
        assertThat(finder.find(Column.UNKNOWN, "S123456")).isEmpty();
        assertThat(Checksum.LUHN.fits("4111-1111-1111-1111")).isTrue();
        assertThat(Checksum.VERHOEFF.fits("2363")).isTrue();
        assertThat(Checksum.VERHOEFF.fits("2364")).isFalse();
        assertThat(Checksum.MOD11_10.fits("33392005961")).isTrue();
        assertThat(Checksum.MOD97.fits("DE89 3704 0044 0532 0130 00")).isTrue();
    }
}
