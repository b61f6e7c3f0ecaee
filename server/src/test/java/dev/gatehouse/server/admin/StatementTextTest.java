package dev.gatehouse.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTextTest {
    private static List<Slice> slices(String... texts) {
        return Arrays.stream(texts).map(Slice::utf8).toList();
    }

    @Test
    void constantsStandWhereTheyWereTaken() {
        assertThat(StatementText.of("SELECT $1, x FROM t WHERE y = $2", slices("7", "'it''s $1'"), List.of()))
                .isEqualTo("SELECT 7, x FROM t WHERE y = 'it''s $1'");
    }

    @Test
    void theTextsOwnPlacesStayAndTheirValuesAreTold() {
        assertThat(StatementText.of("SELECT * FROM t WHERE a = $1 LIMIT $2", slices("10"), slices("ada")))
                .isEqualTo("SELECT * FROM t WHERE a = $1 LIMIT 10\n-- $1 = ada");
    }

    @Test
    void commentsAreNotTakenForConstants() {
        assertThat(StatementText.of("SELECT  $1 ", slices("/* 5 */", "1", "-- x"), List.of()))
                .isEqualTo("SELECT  1 ");
    }

    @Test
    void aDollarInAQuotedNameIsNoPlace() {
        assertThat(StatementText.of("SELECT \"$1\", $1", slices("5"), List.of()))
                .isEqualTo("SELECT \"$1\", 5");
    }

    @Test
    void whatNobodyUnderstoodIsItsWholeText() {
        assertThat(StatementText.of("sha256:00", slices("SELEKT 'x'"), List.of()))
                .isEqualTo("SELEKT 'x'");
        assertThat(StatementText.of("", slices("SELEKT 'x'"), List.of())).isEqualTo("SELEKT 'x'");
    }

    @Test
    void erasedConstantsAreQuestionMarks() {
        assertThat(StatementText.erased("SELECT \"$1\" FROM t WHERE y = $1"))
                .isEqualTo("SELECT \"$1\" FROM t WHERE y = ?");
    }

    @Test
    void bytesThatAreNoTextAreHexadecimal() {
        assertThat(StatementText.of("SELECT $1", List.of(), List.of(Slice.of(new byte[] {(byte) 0xff, 0}))))
                .endsWith("\n-- $1 = \\xff00");
    }
}
