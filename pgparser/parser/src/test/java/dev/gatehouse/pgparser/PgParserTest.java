package dev.gatehouse.pgparser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PgParserTest {
    private final PgParser parser = new PgParser();

    @Test
    void aStatementBecomesPostgresqlsTree() throws Exception {
        assertThat(parse("SELECT 1"))
                .isEqualTo("{\"version\":180004,\"stmts\":[{\"stmt\":{\"SelectStmt\":{\"targetList\":[{\"ResTarget\":"
                        + "{\"val\":{\"A_Const\":{\"ival\":{\"ival\":1},\"location\":7}},\"location\":7}}],"
                        + "\"limitOption\":\"LIMIT_OPTION_DEFAULT\",\"op\":\"SETOP_NONE\"}}}]}");
    }

    @Test
    void everyStatementOfATextIsInTheTree() throws Exception {
        assertThat(parse("SELECT 1; DROP TABLE x")).contains("SelectStmt", "DropStmt");
    }

    @Test
    void anEmptyTextHasNoStatements() throws Exception {
        assertThat(parse("")).isEqualTo(parse(" -- nothing")).contains("\"stmts\":[]");
    }

    @Test
    void aSyntaxErrorNamesTheCharacterNotTheByte() {
        SyntaxError error = rejected("SELECT é FROM a WHER x");
        assertThat(error).hasMessage("syntax error at or near \"x\"");
        assertThat(error.position()).isEqualTo(22);
        assertThat(error.getStackTrace()).isEmpty();
    }

    @Test
    void aNulIsRejectedBeforePostgresqlWouldOverlookTheRest() {
        SyntaxError error = rejected("SELECT é\0; DROP TABLE x");
        assertThat(error).hasMessageContaining("0x00");
        assertThat(error.position()).isEqualTo(9);
    }

    @Test
    void malformedUtf8IsRejected() {
        byte[] sql = {'S', 'E', 'L', 'E', 'C', 'T', ' ', '\'', (byte) 0xc3, '\''};
        assertThatThrownBy(() -> parser.parse(sql))
                .isInstanceOf(SyntaxError.class)
                .hasMessageContaining("UTF8")
                .extracting(error -> ((SyntaxError) error).position())
                .isEqualTo(9);
    }

    @Test
    void tenThousandParenthesesAreACleanError() throws Exception {
        String deep = "SELECT " + "(".repeat(10_000) + "1" + ")".repeat(10_000);
        assertThat(rejected(deep)).hasMessageContaining("memory exhausted");
        assertThat(parse("SELECT 1")).contains("SelectStmt");
    }

    @Test
    void aParserThatBrokeRefusesToGoOn() throws Exception {
        Thread small = Thread.ofPlatform().stackSize(256 << 10).start(() -> {
            String deep = "SELECT " + "NOT ".repeat(9_000) + "true";
            assertThatThrownBy(() -> parser.parse(Corpus.utf8(deep)))
                    .isInstanceOf(ParserBroken.class)
                    .hasMessageContaining("nested too deeply");
        });
        small.join();
        assertThatThrownBy(() -> parse("SELECT 1"))
                .isInstanceOf(ParserBroken.class)
                .hasMessageContaining("replaced");
    }

    /// Twenty thousand trees and errors in memory for a few hundred.
    @Test
    void parsingLeaksNoMemory() {
        for (String text : Corpus.texts()) {
            Corpus.answer(parser, text);
        }
        int before = parser.memoryBytes();
        for (int round = 0; round < 65; round++) {
            for (String text : Corpus.texts()) {
                Corpus.answer(parser, text);
            }
        }
        assertThat(parser.memoryBytes()).isEqualTo(before).isLessThan(8 << 20);
    }

    private String parse(String sql) throws SyntaxError {
        return new String(parser.parse(Corpus.utf8(sql)), StandardCharsets.UTF_8);
    }

    private SyntaxError rejected(String sql) {
        return catchThrowableOfType(SyntaxError.class, () -> parse(sql));
    }
}
