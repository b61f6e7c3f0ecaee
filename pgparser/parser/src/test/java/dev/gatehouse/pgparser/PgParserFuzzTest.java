package dev.gatehouse.pgparser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is done to a statement, the parser answers with a tree or with a syntax error, and stays usable.
class PgParserFuzzTest {
    private static final int MUTANTS = 3_000;

    private final PgParser parser = new PgParser();
    private final List<String> corpus = Corpus.texts();

    @Test
    void aMutatedStatementIsATreeOrASyntaxError() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PgParserFuzzTest: -Dseed=" + seed);
        Random random = new Random(seed);
        int trees = 0;
        for (int i = 0; i < MUTANTS; i++) {
            trees += answers(mutant(random)) ? 1 : 0;
        }
        assertThat(trees).isBetween(1, MUTANTS - 1);
    }

    private boolean answers(byte[] sql) {
        try {
            return new String(parser.parse(sql), StandardCharsets.UTF_8).startsWith("{\"version\"");
        } catch (SyntaxError rejected) {
            return false;
        } catch (ParserBroken broken) {
            throw new AssertionError("the parser broke on: " + new String(sql, StandardCharsets.UTF_8), broken);
        }
    }

    private byte[] mutant(Random random) {
        byte[] sql = Corpus.utf8(any(random));
        int rounds = 1 + random.nextInt(3);
        for (int i = 0; i < rounds; i++) {
            sql = mutate(sql, random);
        }
        return sql;
    }

    private String any(Random random) {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] mutate(byte[] sql, Random random) {
        int from = random.nextInt(sql.length + 1);
        int to = from + random.nextInt(sql.length + 1 - from);
        return switch (random.nextInt(5)) {
            case 0 -> joined(Arrays.copyOf(sql, from), tail(sql, to));
            case 1 -> joined(Arrays.copyOf(sql, to), tail(sql, from));
            case 2 -> joined(joined(Arrays.copyOf(sql, from), Corpus.utf8(any(random))), tail(sql, to));
            case 3 -> joined(joined(Arrays.copyOf(sql, from), Corpus.utf8(token(random))), tail(sql, from));
            default -> withByte(sql, random);
        };
    }

    private String token(Random random) {
        String[] tokens = any(random).split("\\b", -1);
        return " " + tokens[random.nextInt(tokens.length)] + " ";
    }

    private static byte[] withByte(byte[] sql, Random random) {
        if (sql.length > 0) {
            sql[random.nextInt(sql.length)] = (byte) random.nextInt(256);
        }
        return sql;
    }

    private static byte[] tail(byte[] sql, int from) {
        return Arrays.copyOfRange(sql, from, sql.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
