package dev.gatehouse.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Answers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostgresAnswersTest {
    private final List<String> lines = new ArrayList<>();
    private final PostgresAnswers answers = new PostgresAnswers(lines::add);

    private void feed(byte[] bytes) {
        answers.feed(bytes, 0, bytes.length);
    }

    @Test
    void rowsBecomeATable() {
        feed(Answers.rows("name", "Ada", "Grace Hopper"));

        assertThat(lines).containsExactly("  name", "  ------------", "  Ada", "  Grace Hopper", "  (SELECT 2)");
    }

    @Test
    void theSameLinesComeOutHoweverTheBytesAreCut() {
        byte[] bytes = Answers.rows("name", "Ada", "Grace");
        feed(bytes);
        var whole = List.copyOf(lines);
        lines.clear();
        for (byte b : bytes) {
            feed(new byte[] {b});
        }

        assertThat(lines).isEqualTo(whole);
    }

    @Test
    void errorsShowCodeMessageDetailAndHint() {
        feed(Answers.message(
                'E', "SERROR\0C42501\0MNo.\nReally.\0Drule=x\0HAsk.\0\0".getBytes(StandardCharsets.UTF_8)));

        assertThat(lines).containsExactly("  ERROR 42501: No.\nReally.", "  detail: rule=x", "  hint: Ask.");
    }

    @Test
    void binaryValuesAndControlCharactersDoNotReachTheTerminal() {
        feed(Answers.description("v"));
        feed(Answers.row(new byte[] {0, 0, 0, 5}));
        feed(Answers.row("a\u001b[31mred".getBytes(StandardCharsets.UTF_8)));
        feed(Answers.row(new byte[] {(byte) 0xff}));
        answers.flush();

        assertThat(lines).contains("  \\x00000005", "  \\xff").noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void afterAGapReadingStartsAnew() {
        byte[] bytes = Answers.rows("name", "Ada");
        answers.feed(bytes, 0, bytes.length / 2);
        answers.gap();
        feed(Answers.rows("name", "Grace"));

        assertThat(lines).contains("  Grace").doesNotContain("  Ada");
    }

    @Test
    void whatIsNoMessageIsSaidOnce() {
        feed("HTTP/1.1 200 OK\r\n\r\n<html>".getBytes(StandardCharsets.UTF_8));

        assertThat(lines).containsExactly("  [these bytes are no PostgreSQL messages; see them with --raw]");
    }

    @Test
    void manyRowsAreWrittenWhileTheyCome() {
        feed(Answers.description("n"));
        for (int i = 0; i < 1000; i++) {
            feed(Answers.row(Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(lines).hasSizeGreaterThan(900);
    }

    @Test
    void damagedMessagesNeverThrow() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        byte[] good = Answers.rows("name", "Ada", "Grace");
        for (int round = 0; round < 5_000; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            var decoder = new PostgresAnswers(_ -> {});
            decoder.feed(bad, 0, bad.length);
            decoder.flush();
        }
    }
}
