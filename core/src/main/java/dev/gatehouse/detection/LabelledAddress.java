package dev.gatehouse.detection;

/// Addresses that a label with a colon announces, whatever their street is called: `Adresa doručení: Dlouhá 12, Praha`.
final class LabelledAddress {
    private static final int ADDRESS = Vocabulary.bit(FindingType.ADDRESS);
    private static final int MOST_TOKENS = 24;
    private static final double SHAPE = 2;
    /// Longer words in small letters are no part of a town's name.
    private static final int LONGEST_PARTICLE = 5;

    private LabelledAddress() {}

    /// At the word before a colon.
    static void at(Cell cell, int label, Candidates found) {
        var tokens = cell.tokens;
        int first = label + 2;
        boolean begins = tokens.is(first, Tokens.WORD) || tokens.is(first, Tokens.NUMBER);
        if (!begins || !named(cell, label) || tokens.touchesNext(label + 1)) {
            return;
        }
        boolean number = false;
        int words = 0;
        int last = first - 1;
        for (int i = first; i < Math.min(tokens.count, first + MOST_TOKENS); i++) {
            if (i > first && ends(tokens, i, words > 0 && number)) {
                break;
            }
            if (tokens.kind[i] == Tokens.MARK) {
                continue;
            }
            number |= tokens.kind[i] == Tokens.NUMBER;
            words += tokens.kind[i] == Tokens.WORD && tokens.size(i) > 2 && capital(tokens, i) ? 1 : 0;
            last = i;
        }
        if (number && words > 0 && last > first) {
            found.accept(FindingType.ADDRESS, tokens.start[first], tokens.end[last], SHAPE);
        }
    }

    /// The word, or the one before it: `delivery address:`, `adresa doručení:`.
    private static boolean named(Cell cell, int label) {
        return (cell.label(label) & ADDRESS) != 0
                || cell.tokens.is(label - 1, Tokens.WORD) && (cell.label(label - 1) & ADDRESS) != 0;
    }

    private static boolean ends(Tokens tokens, int token, boolean complete) {
        if (tokens.start[token] - tokens.end[token - 1] > 2 || tokens.at(tokens.end[token - 1]) == '\n') {
            return true;
        }
        if (tokens.kind[token] == Tokens.MARK) {
            boolean sentence =
                    tokens.mark(token, '.') && tokens.is(token - 1, Tokens.WORD) && tokens.size(token - 1) > 4;
            return sentence || ",.-/'’()".indexOf(tokens.first(token)) < 0;
        }
        boolean small = tokens.kind[token] == Tokens.WORD && !capital(tokens, token);
        return small && (tokens.mark(token - 1, ',') || complete && tokens.size(token) > LONGEST_PARTICLE);
    }

    private static boolean capital(Tokens tokens, int token) {
        return Character.isUpperCase(tokens.first(token));
    }
}
