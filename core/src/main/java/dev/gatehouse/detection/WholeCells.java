package dev.gatehouse.detection;

/// Cells that are one thing from end to end, as most cells of most tables are: one pass over the characters says which
/// thing that can be, and only its recogniser is asked, before anything is read into words.
///
/// What is not certain is left to [Finder#plain]. Where this class answers, it answers the same: `WholeCellsTest`
/// compares both on all corpora. One thread; has no state.
final class WholeCells {
    /// What can be said of a cell at once.
    enum Answer {
        NOTHING,
        /// What was proposed is all there is.
        FOUND,
        UNSURE
    }

    private static final int LONGEST = 64;
    /// Shorter words are no keys.
    private static final int LONG_WORD = 20;
    /// Fewer digits are no number that anybody has.
    private static final int SHORTEST_NUMBER = 7;

    private static final int DIGIT = 1;
    private static final int HEX = 1 << 1;
    private static final int LETTER = 1 << 2;
    private static final int HEX_CAPITAL = 1 << 3;
    private static final int CAPITAL = 1 << 4;
    private static final int AT = 1 << 5;
    private static final int DOT = 1 << 6;
    private static final int HYPHEN = 1 << 7;
    private static final int COLON = 1 << 8;
    private static final int SPACE = 1 << 9;
    private static final int PLUS = 1 << 10;
    private static final int UNDERSCORE = 1 << 11;
    private static final int OTHER = 1 << 12;
    private static final int LETTERS = HEX | LETTER | HEX_CAPITAL | CAPITAL;
    private static final int HEXADECIMAL = DIGIT | HEX | HEX_CAPITAL;
    private static final short[] KINDS = kinds();

    private static final int EMAIL = Vocabulary.bit(FindingType.EMAIL);
    private static final int IBAN = Vocabulary.bit(FindingType.IBAN);
    private static final int NATIONAL_ID = Vocabulary.bit(FindingType.NATIONAL_ID);
    private static final int CARD = Vocabulary.bit(FindingType.CREDIT_CARD);
    private static final int NETWORK = Vocabulary.bit(FindingType.IP_ADDRESS) | Vocabulary.bit(FindingType.MAC_ADDRESS);
    private static final int BIRTH = Vocabulary.bit(FindingType.DATE_OF_BIRTH);

    /// What an address, an account number or a network address scores by its shape; less is compared with other things.
    private static final double CERTAIN = 3.9;

    private final SchemeRecogniser schemes;

    WholeCells(SchemeRecogniser schemes) {
        this.schemes = schemes;
    }

    private static short[] kinds() {
        short[] kinds = new short[128];
        for (char c = 0; c < kinds.length; c++) {
            int kind = c >= '0' && c <= '9'
                    ? DIGIT
                    : c >= 'a' && c <= 'f'
                            ? HEX
                            : c >= 'A' && c <= 'F'
                                    ? HEX_CAPITAL
                                    : c >= 'a' && c <= 'z' ? LETTER : c >= 'A' && c <= 'Z' ? CAPITAL : mark(c);
            kinds[c] = (short) kind;
        }
        return kinds;
    }

    private static int mark(char c) {
        return switch (c) {
            case '@' -> AT;
            case '.' -> DOT;
            case '-' -> HYPHEN;
            case ':' -> COLON;
            case ' ' -> SPACE;
            case '+' -> PLUS;
            case '_' -> UNDERSCORE;
            default -> OTHER;
        };
    }

    /// Reads `text` into `cell`, without its words.
    Answer look(Cell cell, Column column, String text, Candidates found) {
        int length = text.length();
        if (length > LONGEST) {
            return Answer.UNSURE;
        }
        cell.copy(column, text);
        char[] chars = cell.tokens.text;
        int kinds = 0;
        for (int i = 0; i < length; i++) {
            kinds |= chars[i] < 128 ? KINDS[chars[i]] : OTHER;
        }
        if ((kinds & OTHER) != 0) {
            return Answer.UNSURE;
        }
        if ((kinds & AT) != 0) {
            return (kinds & (COLON | SPACE)) == 0 ? email(cell, length, found) : Answer.UNSURE;
        }
        if ((kinds & ~LETTERS) == 0) {
            return word(column, length);
        }
        return (kinds & DIGIT) != 0 && (kinds & (UNDERSCORE | DIGIT)) == DIGIT
                ? number(cell, kinds, length, found)
                : Answer.UNSURE;
    }

    private Answer number(Cell cell, int kinds, int length, Candidates found) {
        char[] chars = cell.tokens.text;
        if (kinds == DIGIT) {
            return digits(cell, length, found);
        }
        if (kinds == (DIGIT | DOT)) {
            return dotted(cell, length, found);
        }
        if ((kinds & ~HEXADECIMAL) == 0 && OpaqueRecogniser.digest(length)
                || length == OpaqueRecogniser.UUID_LENGTH && OpaqueRecogniser.uuid(cell.tokens, 0) == length) {
            return cell.column.judgedByShape(0) ? Answer.NOTHING : Answer.UNSURE;
        }
        if (length >= 10 && chars[4] == '-' && chars[7] == '-') {
            return dated(cell, kinds, length, found);
        }
        if ((kinds & ~(HEXADECIMAL | COLON | HYPHEN | DOT)) == 0 && (kinds & (COLON | HYPHEN)) != 0) {
            return grouped(cell, kinds, length, found);
        }
        boolean account = length >= 15 && Fold.kind(chars[0]) == Fold.LETTER && Fold.kind(chars[1]) == Fold.LETTER;
        if (account && chars[2] <= '9' && (kinds & ~(DIGIT | HEX_CAPITAL | CAPITAL | SPACE)) == 0) {
            if (cell.column.judgedByShape(IBAN)) {
                IbanRecogniser.begun(cell, 0, found);
            }
            return found.covers(length, CERTAIN) ? Answer.FOUND : unsure(found);
        }
        return Answer.UNSURE;
    }

    private static Answer unsure(Candidates found) {
        found.clear();
        return Answer.UNSURE;
    }

    /// A word by itself is at most a given name, which is nothing where no column says it.
    private static Answer word(Column column, int length) {
        boolean nameless = column.evidence(FindingType.PERSON) < 1;
        return length < LONG_WORD && nameless && column.judgedByShape(0) ? Answer.NOTHING : Answer.UNSURE;
    }

    private static Answer email(Cell cell, int length, Candidates found) {
        int at = 0;
        while (cell.tokens.text[at] != '@') {
            at++;
        }
        if (cell.column.judgedByShape(EMAIL)) {
            EmailRecogniser.around(cell.tokens, at, found);
        }
        return found.covers(length, CERTAIN) ? Answer.FOUND : unsure(found);
    }

    private Answer digits(Cell cell, int length, Candidates found) {
        if (length < SHORTEST_NUMBER) {
            return cell.column.judgedByShape(0) ? Answer.NOTHING : Answer.UNSURE;
        }
        if (!cell.column.judgedByShape(CARD | NATIONAL_ID) || length > SchemeRecogniser.MOST_DIGITS) {
            return Answer.UNSURE;
        }
        schemes.digits(cell, length, found);
        if (cell.column.names(FindingType.NATIONAL_ID)) {
            LabelledRecogniser.digits(length, found);
        }
        return found.isEmpty() ? Answer.NOTHING : Answer.FOUND;
    }

    /// Versions, amounts, IPv4.
    private static Answer dotted(Cell cell, int length, Candidates found) {
        if (!cell.column.judgedByShape(NETWORK)) {
            return Answer.UNSURE;
        }
        int dots = 0;
        for (int i = 0; i < length; i++) {
            dots += cell.tokens.text[i] == '.' ? 1 : 0;
        }
        if (dots == 3 && NetworkRecogniser.allFour(cell, length, found)) {
            return found.isEmpty() ? Answer.NOTHING : Answer.FOUND;
        }
        return dots < 3 && length - dots < SHORTEST_NUMBER && cell.column.judgedByShape(0)
                ? Answer.NOTHING
                : Answer.UNSURE;
    }

    /// `1985-07-30`, and moments.
    private static Answer dated(Cell cell, int kinds, int length, Candidates found) {
        if (length > 10) {
            boolean moment = (kinds & (HEX | LETTER)) == 0 && OpaqueRecogniser.allMoment(cell.tokens, length);
            return moment && cell.column.judgedByShape(0) ? Answer.NOTHING : Answer.UNSURE;
        }
        if (kinds != (DIGIT | HYPHEN) || !cell.column.judgedByShape(BIRTH)) {
            return Answer.UNSURE;
        }
        if (!cell.column.names(FindingType.DATE_OF_BIRTH)) {
            return Answer.NOTHING;
        }
        DateRecogniser.iso(cell, found);
        return found.isEmpty() ? Answer.UNSURE : Answer.FOUND;
    }

    /// Addresses of hardware, IPv6.
    private static Answer grouped(Cell cell, int kinds, int length, Candidates found) {
        char[] chars = cell.tokens.text;
        boolean begins = chars[0] != ':' && chars[0] != '-' && chars[0] != '.' || chars[0] == ':' && chars[1] == ':';
        boolean ends = chars[length - 1] != ':' && chars[length - 1] != '-' && chars[length - 1] != '.';
        boolean network = begins && ends && length > 2 && ((kinds & HYPHEN) == 0 || length == 17);
        if (network && cell.column.judgedByShape(NETWORK)) {
            NetworkRecogniser.groups(cell, 0, length, found);
        }
        return found.covers(length, CERTAIN) ? Answer.FOUND : unsure(found);
    }
}
