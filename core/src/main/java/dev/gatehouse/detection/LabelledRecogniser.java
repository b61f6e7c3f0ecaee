package dev.gatehouse.detection;

/// What has no shape of its own and is known by its label only: user names, passports, driving licences, plates, card
/// verification codes, health insurance numbers. The label is the column's name, or stands before the value in a text.
final class LabelledRecogniser implements Recogniser {
    private static final FindingType[] TYPES = {
        FindingType.USERNAME,
        FindingType.PASSPORT,
        FindingType.DRIVER_LICENSE,
        FindingType.LICENSE_PLATE,
        FindingType.CVV,
        FindingType.HEALTH_ID,
        FindingType.NATIONAL_ID
    };
    static final int LABELS = labels();
    private static final int USER = Vocabulary.bit(FindingType.USERNAME);
    private static final double BY_COLUMN = 2.5;
    /// `MRN12345` in a column of such numbers: all of it, not what stands behind the letters.
    private static final double BY_COLUMN_OF_HEALTH = 4;
    private static final int LONGEST_NUMBER = 18;
    private static final double BY_TEXT = 1.5;

    private static int labels() {
        int bits = 0;
        for (FindingType type : TYPES) {
            bits |= Vocabulary.bit(type);
        }
        return bits;
    }

    /// A value that the column says it all of.
    static void whole(Cell cell, Candidates found) {
        if ((cell.column.types() & LABELS) != 0 && cell.tokens.count > 0) {
            for (FindingType type : TYPES) {
                if (cell.column.names(type) && fits(cell, type, cell.firstCharacter(), cell.lastCharacter())) {
                    found.accept(
                            type,
                            cell.firstCharacter(),
                            cell.lastCharacter(),
                            type == FindingType.HEALTH_ID ? BY_COLUMN_OF_HEALTH : BY_COLUMN);
                }
            }
        }
    }

    /// So many digits, and nothing else, in a column of national identifiers.
    static void digits(int length, Candidates found) {
        if (length >= 6 && length <= LONGEST_NUMBER) {
            found.accept(FindingType.NATIONAL_ID, 0, length, BY_COLUMN);
        }
    }

    /// At a word that may end a label.
    @Override
    public int at(Cell cell, int label, Candidates found) {
        var tokens = cell.tokens;
        if (tokens.mark(label + 1, ':') && !tokens.touchesNext(label + 1)) {
            LabelledAddress.at(cell, label, found);
        }
        if (tokens.size(label) < 3 && tokens.touchesNext(label) && tokens.is(label + 1, Tokens.NUMBER)) {
            // `RZ473`: the letters are a part of it.
            return label + 1;
        }
        boolean user = (cell.meant[label] & USER) != 0 && active(tokens, tokens.end[label + 1]);
        int bits = user || leads(cell, label + 1) ? cell.label(label) & LABELS : 0;
        if (bits == 0) {
            return label + 1;
        }
        boolean strict = false;
        int value = label + 1;
        while (value < tokens.count && value - label < 5) {
            char c = tokens.first(value);
            if (tokens.kind[value] == Tokens.MARK && ":=\"'#[(>".indexOf(c) >= 0) {
                strict |= c == ':' || c == '=' || c == '#' || c == '"';
            } else if (tokens.kind[value] == Tokens.WORD
                    && (cell.meant[value] & Vocabulary.STOP) != 0
                    && !tokens.touchesNext(value)) {
                strict |= tokens.size(value) <= 3;
            } else if (tokens.mark(value, '.') && !tokens.touchesNext(value)) {
                strict = true;
            } else if (ordinal(tokens, value)) {
                strict = true;
                value += tokens.size(value) == 1 ? 1 : 0;
            } else {
                break;
            }
            value++;
        }
        if (value < tokens.count && tokens.kind[value] != Tokens.MARK) {
            labelled(cell, bits, value, strict, found);
        }
        return label + 1;
    }

    /// `n°`, `nº`: a number follows.
    private static boolean ordinal(Tokens tokens, int token) {
        return tokens.is(token, Tokens.WORD)
                && (tokens.size(token) == 1 && tokens.touchesNext(token) && tokens.mark(token + 1, '°')
                        || tokens.size(token) == 2 && tokens.text[tokens.end[token] - 1] == 'º');
    }

    /// Whether a value may begin here; cheaper than to read the label first.
    private static boolean leads(Cell cell, int token) {
        var tokens = cell.tokens;
        return switch (tokens.kind[token]) {
            case Tokens.NUMBER -> true;
            case Tokens.MARK -> ":=\"'#[(>.".indexOf(tokens.first(token)) >= 0;
            default ->
                Character.isUpperCase(tokens.first(token))
                        || tokens.touchesNext(token)
                        || (cell.meant[token] & Vocabulary.STOP) != 0;
        };
    }

    private static void labelled(Cell cell, int bits, int value, boolean strict, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[value];
        for (FindingType type : TYPES) {
            if ((bits & Vocabulary.bit(type)) == 0) {
                continue;
            }
            boolean name = type == FindingType.USERNAME;
            int to = name || type == FindingType.CVV
                    ? runEnd(tokens, from, ".-_")
                    : codeEnd(tokens, value, type == FindingType.LICENSE_PLATE);
            if (to > from
                    && (!name || strict || handle(tokens, from, to))
                    && fits(cell, type, from, to)
                    && (type != FindingType.CVV || strict || tokens.kind[value] == Tokens.NUMBER)) {
                found.accept(type, from, to, BY_TEXT + cell.column.evidence(type) * 0.3);
            }
        }
    }

    /// Nobody but who logs in is called so: digits, dots or underscores within, or where from is said behind.
    private static boolean handle(Tokens tokens, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.text[i] == '_' || tokens.text[i] == '.' || tokens.text[i] >= '0' && tokens.text[i] <= '9') {
                return true;
            }
        }
        return active(tokens, to);
    }

    /// What users do.
    private static boolean active(Tokens tokens, int to) {
        return tokens.startsWith(to, " from ")
                || tokens.startsWith(to, " by (uid")
                || tokens.startsWith(to, " logged ")
                || tokens.startsWith(to, " signed ");
    }

    private static int runEnd(Tokens tokens, int from, String more) {
        int to = from;
        while (to < tokens.length && (tokens.alphanumeric(to) || more.indexOf(tokens.text[to]) >= 0)) {
            to++;
        }
        while (to > from && more.indexOf(tokens.text[to - 1]) >= 0) {
            to--;
        }
        return to;
    }

    /// The end of a code in groups: `AB 123 CD`, `B-MW 1234`, `C01X00T47`.
    private static int codeEnd(Tokens tokens, int first, boolean plate) {
        int last = first;
        for (int i = first; i < tokens.count && i < first + (plate ? 7 : 9); i++) {
            if (i > first && tokens.start[i] - tokens.end[i - 1] > 1) {
                break;
            }
            boolean mark = tokens.kind[i] == Tokens.MARK;
            if (mark && tokens.first(i) != '-'
                    || !mark && i > first && !tokens.touchesPrevious(i) && !codePart(tokens, i)) {
                break;
            }
            last = mark ? last : i;
        }
        return tokens.end[last];
    }

    /// A number, or a few capital letters.
    private static boolean codePart(Tokens tokens, int token) {
        if (tokens.kind[token] == Tokens.NUMBER) {
            return true;
        }
        for (int i = tokens.start[token]; i < tokens.end[token]; i++) {
            if (!Character.isUpperCase(tokens.text[i])) {
                return false;
            }
        }
        return tokens.size(token) <= 3;
    }

    private static boolean fits(Cell cell, FindingType type, int from, int to) {
        var tokens = cell.tokens;
        int letters = 0;
        int digits = 0;
        int lower = 0;
        int others = 0;
        for (int i = from; i < to; i++) {
            char c = tokens.text[i];
            byte kind = Fold.kind(c);
            digits += kind == Fold.DIGIT ? 1 : 0;
            letters += kind == Fold.LETTER ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
            others += kind == Fold.SPACE || kind == Fold.OTHER ? 1 : 0;
        }
        int length = letters + digits;
        return switch (type) {
            case USERNAME -> username(cell, from, to, letters, others);
            case CVV -> digits == to - from && (digits == 3 || digits == 4);
            case LICENSE_PLATE ->
                digits >= 1
                        && letters >= 1
                        && length >= 4
                        && length <= 9
                        && others <= 3
                        && (lower == 0 || lower == letters);
            case PASSPORT ->
                (digits >= 5 || digits >= 3 && length >= 8 || digits >= 1 && length == 9)
                        && length >= 6
                        && length <= 12
                        && letters <= 8
                        && others <= 2
                        && lower == 0;
            case DRIVER_LICENSE -> digits >= 4 && length >= 6 && length <= 20 && others <= 5 && lower == 0;
            case HEALTH_ID -> digits >= 5 && length >= 6 && length <= 22 && others <= 6 && (lower == 0 || lower < 3);
            default ->
                digits >= 5 && length >= 6 && length <= LONGEST_NUMBER && others <= 5 && letters <= 5 && lower == 0;
        };
    }

    private static boolean username(Cell cell, int from, int to, int letters, int others) {
        var tokens = cell.tokens;
        if (letters < 2 || to - from < 3 || to - from > 40) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Fold.kind(tokens.text[i]) == Fold.SPACE) {
                return false;
            }
        }
        int token = cell.tokenAt(from);
        boolean oneWord = tokens.end[token] == to;
        return !(oneWord
                        && cell.plain(token, Vocabulary.NOT_NAME)
                        && !cell.plain(token, Vocabulary.FIRST | Vocabulary.LAST))
                && others <= 4
                && !tokens.string(from, to).equals("postgres");
    }

    /// The first line of a passport's machine readable zone (ICAO 9303): `P<UTOERIKSSON<<ANNA<MARIA<<<`.
    static int zone(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int to = tokens.start[token];
        while (to < tokens.length && (tokens.alphanumeric(to) || tokens.text[to] == '<' || tokens.text[to] == '\n')) {
            to++;
        }
        if (tokens.is(token + 2, Tokens.WORD) && to - tokens.start[token] >= 36) {
            found.accept(FindingType.PASSPORT, tokens.start[token], to, 6);
        }
        return token + 1;
    }
}
