package dev.gatehouse.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.console.SqlText.Piece;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
    @Test
    void wordsConstantsAndCommentsAreToldApart() {
        assertThat(SqlText.of("SELECT 'it''s', 7 -- why"))
                .containsExactly(
                        new Piece("keyword", "SELECT"),
                        new Piece("plain", " "),
                        new Piece("text", "'it''s'"),
                        new Piece("plain", ", "),
                        new Piece("number", "7"),
                        new Piece("plain", " "),
                        new Piece("comment", "-- why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u200B", "\u00A0", "\u0000", "\u2066", "\u3164", "\uFEFF", "\u2028", "\u001B"})
    void whatCannotBeSeenIsShownByItsNumber(String unseen) {
        String number = String.format("U+%04X", (int) unseen.charAt(0));

        assertThat(SqlText.of("a" + unseen + "b 'c" + unseen + "d'"))
                .filteredOn(piece -> piece.kind().equals("unseen"))
                .hasSize(2)
                .allMatch(piece -> piece.text().equals(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "SELECT \"a b\" FROM t WHERE x = $1", "'open", "/* open", "$$ body $$ \n\t ;", "Größe ≥ 3"})
    void thePiecesAreTheStatement(String statement) {
        assertThat(SqlText.of(statement).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(statement);
    }
}
