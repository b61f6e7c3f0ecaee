package dev.gatehouse.postgres.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7\tj***@e***.org\n",
                "7\tj\\*\\*\\*@e\\*\\*\\*.org\n",
                "7\tj\\x2a**@e***.org\n",
                "7\tj\\052\\52*@e***.org\n",
                "7\tj***\\100e***.org\n",
                "7,j\"*\"**@e***.org\n",
                "7,\"j***@\"\"\"\"e***.org\"\n",
                "7\t[redacted]\n"
            })
    void aMaskIsFoundHoweverItIsWrittenAndCut(String rows) {
        for (int cut = 0; cut <= rows.length(); cut++) {
            var text = new CopiedText();
            boolean first = text.masked(rows.substring(0, cut));
            boolean second = text.masked(rows.substring(cut));

            assertThat(first || second).as("cut at %d", cut).isTrue();
        }
    }

    @Test
    void aMaskIsFoundThatEndsInTheLastEscape() {
        var text = new CopiedText();

        assertThat(text.masked("7\tDE**\\*\n")).isFalse();
        assertThat(text.maskedAtEnd()).isTrue();
    }

    @Test
    void whatIsNoMaskIsNone() {
        var text = new CopiedText();

        assertThat(text.masked("7\tjane@example.org\t\\N\t\\\\x2a\n8\t\"a\"\"b\"\t1.5\\"))
                .isFalse();
        assertThat(text.masked("n\n\\.\n")).isFalse();
        assertThat(text.maskedAtEnd()).isFalse();
    }
}
