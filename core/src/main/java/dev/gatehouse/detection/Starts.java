package dev.gatehouse.detection;

/// Which recognisers may find something that begins at a token: said once, from the token, its neighbours and what its
/// word means, so that no recogniser walks through the text. One bit each.
final class Starts {
    static final int OPAQUE = 0;
    static final int EMAIL = 1;
    static final int SCHEME = 2;
    static final int IBAN = 3;
    static final int PHONE = 4;
    static final int FOUR = 5;
    static final int HEX = 6;
    static final int CRYPTO = 7;
    static final int KEY = 8;
    static final int PEM = 9;
    static final int URL = 10;
    static final int PAIRS = 11;
    static final int SECRET_LABEL = 12;
    static final int LABEL = 13;
    static final int ZONE = 14;
    static final int DATE = 15;
    static final int STREET = 16;
    static final int NAME = 17;
    static final int COUNT = 18;

    private static final int LONG_RUN = 25;
    static final int LONG_KEY = 20;
    /// What is so long may be a secret behind any two words that say so together.
    private static final int LONG_SECRET = 16;
    /// Twelve hexadecimal digits.
    private static final int MAC = 12;

    private static final int LABELLING = LabelledRecogniser.LABELS | Vocabulary.ENDING;
    private static final int PLACING = Vocabulary.MONTH | Vocabulary.STREET_AFTER | Vocabulary.STREET_BEFORE;
    private static final int SECRET = Vocabulary.bit(FindingType.SECRET);
    /// Marks that a value may stand behind.
    private static final boolean[] LEADS = ascii(":=\"'>(`#[.");
    private static final boolean[] HEXADECIMAL = ascii("0123456789abcdefABCDEF");

    private Starts() {}

    private static boolean[] ascii(String of) {
        boolean[] set = new boolean[128];
        for (int i = 0; i < of.length(); i++) {
            set[of.charAt(i)] = true;
        }
        return set;
    }

    /// From the last token to the first, for each needs to know what follows.
    static void read(Cell cell) {
        var tokens = cell.tokens;
        for (int i = tokens.count - 1; i >= 0; i--) {
            boolean touches = i + 1 < tokens.count && tokens.end[i] == tokens.start[i + 1];
            byte kind = tokens.kind[i];
            tokens.stretch[i] = touches ? tokens.stretch[i + 1] : tokens.end[i];
            tokens.run[i] = touches && kind != Tokens.MARK && tokens.kind[i + 1] != Tokens.MARK
                    ? tokens.run[i + 1]
                    : tokens.end[i];
            cell.can[i] = switch (kind) {
                case Tokens.WORD -> word(cell, i, touches);
                case Tokens.NUMBER -> number(cell, i, touches);
                default -> mark(tokens, i, touches);
            };
        }
    }

    private static int word(Cell cell, int token, boolean touches) {
        var tokens = cell.tokens;
        int next = token + 1;
        boolean last = next == tokens.count;
        int plain = cell.plain[token];
        char first = tokens.text[tokens.start[token]];
        if (!touches && !last && small(first) && ordinary(cell, token, plain)) {
            return 0;
        }
        int can = 0;
        if (!tokens.joined(token)) {
            can = first < 128 ? runStart(cell, token, first) : 0;
            int size = tokens.size(token);
            boolean numberNext =
                    !last && tokens.kind[next] == Tokens.NUMBER && tokens.start[next] - tokens.end[token] <= 1;
            if (size <= 9
                    && (numberNext
                            || size == 3
                                    && tokens.is(next, Tokens.WORD)
                                    && tokens.size(next) == 3
                                    && tokens.is(next + 1, Tokens.NUMBER)
                            || size == 1 && touches && tokens.text[tokens.end[token]] == '-'
                            || size == 2 && touches && tokens.text[tokens.end[token]] == '-')) {
                can |= 1 << SCHEME;
                can |= size == 2 && numberNext && touches ? 1 << IBAN : 0;
            }
            boolean assigns = (tokens.has & Tokens.HAS_EQUALS) != 0
                    && (tokens.mark(next, '=') || tokens.is(next, Tokens.WORD) && tokens.mark(next + 1, '='));
            can |= assigns ? 1 << PAIRS : 0;
            can |= first == 'P' && size == 1 && touches && tokens.text[tokens.end[token]] == '<' ? 1 << ZONE : 0;
        }
        if (plain != 0 && (plain & Vocabulary.MONTH) != 0) {
            can |= 1 << DATE;
        }
        if ((plain & (Vocabulary.STREET_AFTER | Vocabulary.STREET_BEFORE)) != 0) {
            can |= 1 << STREET;
        }
        if (upper(first)) {
            boolean other = (plain & Vocabulary.NOT_NAME) != 0
                    && (plain & (Vocabulary.FIRST | Vocabulary.LAST | Vocabulary.TITLE)) == 0;
            can |= other ? 0 : 1 << NAME;
            boolean house = !last
                    && tokens.start[next] - tokens.end[token] <= 1
                    && (tokens.kind[next] == Tokens.NUMBER
                            || tokens.kind[next] == Tokens.MARK && tokens.is(next + 1, Tokens.NUMBER));
            can |= house ? 1 << STREET : 0;
        }
        return last ? can : can | labels(cell, token, next);
    }

    /// A word in small letters between two others that nobody has in a list: nothing begins with it.
    private static boolean ordinary(Cell cell, int token, int plain) {
        var tokens = cell.tokens;
        return tokens.kind[token + 1] == Tokens.WORD
                && small(tokens.text[tokens.start[token + 1]])
                && (plain & PLACING) == 0
                && (cell.meant[token] & (LABELLING | SECRET)) == 0
                && tokens.size(token) < LONG_KEY
                && tokens.stretch[token + 1] - tokens.start[token + 1] < LONG_SECRET
                && !tokens.touchesPrevious(token)
                && (tokens.size(token) != 3 || !tokens.is(token + 2, Tokens.NUMBER))
                && (tokens.has & Tokens.HAS_EQUALS) == 0
                && tokens.size(token) != MAC;
    }

    private static boolean small(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static int labels(Cell cell, int token, int next) {
        var tokens = cell.tokens;
        int label = cell.meant[token];
        if (tokens.kind[next] == Tokens.MARK) {
            char mark = tokens.text[tokens.start[next]];
            return mark < 128 && LEADS[mark] ? 1 << LABEL | 1 << SECRET_LABEL : 0;
        }
        if (tokens.kind[next] == Tokens.NUMBER) {
            return 1 << LABEL | ((label & SECRET) != 0 ? 1 << SECRET_LABEL : 0);
        }
        // Before a word only what is a label by itself, or the end of one: number, code, address.
        boolean labelled = (label & LABELLING) != 0;
        boolean secret = (label & SECRET) != 0 || tokens.stretch[next] - tokens.start[next] >= LONG_SECRET;
        return (labelled ? 1 << LABEL : 0) | (secret ? 1 << SECRET_LABEL : 0);
    }

    private static int runStart(Cell cell, int token, char first) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        int end = tokens.run[token];
        int size = end - from;
        int can = 0;
        if (size >= LONG_RUN) {
            can |= 1 << CRYPTO | 1 << OPAQUE;
        }
        char after = end < tokens.length ? tokens.text[end] : ' ';
        if (HEXADECIMAL[first]) {
            boolean separated = after == ':' || after == '-' || after == '.';
            if (size <= 4 && separated || size == 12 && cell.column.names(FindingType.MAC_ADDRESS)) {
                can |= 1 << HEX;
            }
            can |= size == 8 && after == '-' ? 1 << OPAQUE : 0;
        }
        boolean bot = after == ':' && first <= '9' && size >= 8 && size <= 10;
        if (tokens.stretch[token] - from >= LONG_KEY && (bot || IssuedKeys.first(first))) {
            can |= 1 << KEY;
        }
        return can;
    }

    private static int number(Cell cell, int token, boolean touches) {
        var tokens = cell.tokens;
        boolean joined = tokens.joined(token);
        int size = tokens.size(token);
        int can = joined ? 0 : 1 << SCHEME | 1 << PHONE | runStart(cell, token, tokens.text[tokens.start[token]]);
        if (touches && tokens.text[tokens.end[token]] == '.' && !joined) {
            can |= 1 << FOUR;
        }
        if (size <= 2 || size == 4 || size == 8) {
            can |= 1 << DATE;
            can |= size == 4 && touches && tokens.text[tokens.end[token]] == '-' ? 1 << OPAQUE : 0;
        }
        return can;
    }

    private static int mark(Tokens tokens, int token, boolean touches) {
        char c = tokens.text[tokens.start[token]];
        return switch (c) {
            case '@' -> 1 << EMAIL;
            case '+', '(' -> touches ? 1 << PHONE : 0;
            case ':' -> touches ? colon(tokens, tokens.end[token]) : 0;
            case '-' -> touches && tokens.text[tokens.end[token]] == '-' ? 1 << PEM : 0;
            case '$', '{' -> tokens.stretch[token] - tokens.start[token] >= LONG_KEY ? 1 << KEY : 0;
            default -> 0;
        };
    }

    private static int colon(Tokens tokens, int behind) {
        return switch (tokens.text[behind]) {
            case '/' -> 1 << URL;
            case ':' -> 1 << HEX;
            default -> 0;
        };
    }

    private static boolean upper(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }
}
