package dev.gatehouse.pgparser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The statements of `corpus.sql`.
final class Corpus {
    private Corpus() {}

    static List<String> texts() {
        return lines().filter(Corpus::isText).toList();
    }

    /// Those that PostgreSQL does not accept: the last section.
    static List<String> rejected() {
        return lines().dropWhile(line -> !line.equals("# Rejected"))
                .filter(Corpus::isText)
                .toList();
    }

    private static boolean isText(String line) {
        return !line.startsWith("#");
    }

    private static Stream<String> lines() {
        try (InputStream in = Corpus.class.getResourceAsStream("corpus.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The tree, or the error with its position.
    static String answer(PgParser parser, String text) {
        try {
            return new String(parser.parse(utf8(text)), StandardCharsets.UTF_8);
        } catch (SyntaxError error) {
            return error.position() + " " + error.getMessage();
        }
    }
}
