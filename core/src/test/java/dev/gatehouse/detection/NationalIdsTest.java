package dev.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers that the offices themselves, or standards and encyclopaedias, publish as examples.
class NationalIdsTest {
    private final Finder finder = new Detection().finder();

    @ParameterizedTest
    @CsvSource({
        "AT, 1237 010180",
        "BE, 85.07.30-033.28",
        "BG, 7523169263",
        "CH, 756.9217.0769.85",
        "CY, 10259033P",
        "CZ, 710319/2745",
        "DE tax, 36574261809",
        "DE pension, 15070649C103",
        "DK, 211062-5629",
        "EE, 36805280109",
        "ES, 54362315-K",
        "ES foreigner, X2482300W",
        "FI, 131052-308T",
        "FR, 2 95 10 99 126 111 93",
        "GB, AB123456C",
        "GR, 01013099997",
        "GR tax, 094259216",
        "HR, 33392005961",
        "IE, 6433435F",
        "IS, 120174-3399",
        "IT, RCCMNL83S18D969H",
        "LT, 33309240064",
        "LU, 1893120105732",
        "LV, 161175-19997",
        "NL, 111222333",
        "NO, 15108695088",
        "PL, 44051401359",
        "PT, 501964843",
        "PT card, 00000000 0 ZZ4",
        "RO, 1630615123457",
        "SE, 880320-0016",
        "SI, 0101006500006",
        "TR, 17291716060",
        "US, 536-90-4399"
    })
    void aPublishedExampleIsFoundUnderAColumnThatNamesIt(String country, String number) {
        List<Finding> found = finder.find(finder.columns().of("people", "national_id", "text"), number);
        assertThat(found).as(country).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo("NATIONAL_ID");
            assertThat(finding.end() - finding.start()).isEqualTo(number.length());
        });
        assertThat(fits(number))
                .as("%s %s has valid check digits", country, number)
                .isTrue();
    }

    private static boolean fits(String number) {
        char[] compact = number.replaceAll("[^A-Z0-9]", "").toCharArray();
        return Corpus.schemes()
                .filter(scheme ->
                        scheme.layouts().contains(number.replaceAll("\\d", "0").replaceAll("[A-Z]", "A")))
                .anyMatch(scheme -> scheme.check().fits(compact, compact.length));
    }

    @Test
    void aDigitThatDoesNotFitMakesAnUnnamedNumberNothing() {
        assertThat(finder.find(Column.UNKNOWN, "RCCMNL83S18D969X")).isEmpty();
        assertThat(finder.find(Column.UNKNOWN, "54362315L")).isEmpty();
    }

    @Test
    void aHealthServiceNumberIsOfHealth() {
        assertThat(finder.find(Column.UNKNOWN, "NHS no. 943 476 5870"))
                .extracting(Finding::type)
                .containsExactly("HEALTH_ID");
    }
}
