package dev.gatehouse.detection;

/// Passwords, keys and tokens: private keys, and whatever a label or a column calls a secret and looks as random as
/// one.
/// Those that announce themselves are found by [IssuedKeys] and [ConnectionStrings].
final class SecretRecogniser implements Recogniser {
    private static final long BEARER = Words.hash("bearer");
    private static final long BASIC = Words.hash("basic");
    private static final double BY_LABEL = 1.5;
    private static final int LONGEST = 8192;

    /// A value in a column of secrets.
    static void whole(Cell cell, Candidates found) {
        if (cell.column.names(FindingType.SECRET)) {
            cell.settled |= 1 << Starts.NAME;
            byColumn(cell, found);
        }
    }

    private static void byColumn(Cell cell, Candidates found) {
        var tokens = cell.tokens;
        int from = cell.firstCharacter();
        int to = cell.lastCharacter();
        if (to - from < 4 || to - from > LONGEST) {
            return;
        }
        int blanks = 0;
        for (int i = from; i < to; i++) {
            blanks += Fold.kind(tokens.text[i]) == Fold.SPACE ? 1 : 0;
        }
        boolean masked = CheckDigits.same(tokens.text, from, to - from)
                || tokens.startsWith(from, "***")
                || tokens.startsWith(from, "[redacted");
        boolean word = tokens.count == 1 && cell.plain(0, Vocabulary.NOT_NAME);
        if (!masked
                && !word
                && (blanks == 0
                        || blanks >= 11
                        || tokens.startsWith(from, "Bearer ")
                        || tokens.startsWith(from, "-----BEGIN"))) {
            double numbers = tokens.has(Tokens.HAS_WORD) ? 0 : 1;
            found.insideOpaque(FindingType.SECRET, from, to, cell.column.evidence(FindingType.SECRET) - 2.5 - numbers);
        }
    }

    /// Letters and digits, or letters of both cases, not one word.
    static boolean mixed(Tokens tokens, int from, int to) {
        int digits = 0;
        int upper = 0;
        int lower = 0;
        for (int i = from; i < to; i++) {
            char c = tokens.text[i];
            digits += c >= '0' && c <= '9' ? 1 : 0;
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += c >= 'a' && c <= 'z' ? 1 : 0;
        }
        return digits > 0 && upper + lower > 0 || upper > 2 && lower > 2;
    }

    static boolean alphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// `-----BEGIN … PRIVATE KEY-----` up to its end, or to the end of the text.
    static int pem(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        if (!tokens.startsWith(from, "-----BEGIN ")) {
            return token + 1;
        }
        String head = tokens.string(from, Math.min(tokens.length, from + 50));
        if (!head.contains("PRIVATE KEY")) {
            return token + 1;
        }
        String rest = tokens.string(from, tokens.length);
        int end = rest.indexOf("-----END ");
        int close = end < 0 ? -1 : rest.indexOf("-----", end + 9);
        int to = close < 0 ? tokens.length : from + close + 5;
        found.insideOpaque(FindingType.SECRET, from, to, 8);
        return cell.tokenAt(to);
    }

    /// `password=…`, `api_key: "…"`, `Authorization: Bearer …`, `--token …`.
    @Override
    public int at(Cell cell, int label, Candidates found) {
        var tokens = cell.tokens;
        if (!leads(cell, label + 1) || (cell.label(label) & Vocabulary.bit(FindingType.SECRET)) == 0) {
            return label + 1;
        }
        boolean assigned = false;
        int at = label + 1;
        while (at < tokens.count && at - label < 7) {
            char c = tokens.first(at);
            boolean filling = tokens.kind[at] == Tokens.WORD && (filling(cell, at) || beforeColon(cell, label, at));
            if (tokens.kind[at] == Tokens.MARK && ":=\"'>(`".indexOf(c) >= 0) {
                assigned |= c == ':' || c == '=';
            } else if (filling) {
                assigned = true;
            } else {
                break;
            }
            at++;
        }
        if (at < tokens.count) {
            value(cell, label, tokens.start[at], assigned, found);
        }
        return label + 1;
    }

    /// `Hasło do konta: …`: a few words between the label and its colon.
    private static boolean beforeColon(Cell cell, int label, int at) {
        var tokens = cell.tokens;
        if (at > label + 2 || tokens.touchesPrevious(at)) {
            return false;
        }
        int colon = tokens.is(at + 1, Tokens.WORD) ? at + 2 : at + 1;
        if (!tokens.mark(colon, ':') || tokens.touchesNext(colon)) {
            return false;
        }
        int said = cell.meant[at] | cell.meant[colon - 1];
        return (said & (Vocabulary.MODIFIER | Vocabulary.TYPES | Vocabulary.PERSONS)) == 0;
    }

    /// Whether a value may begin here: behind a mark that assigns, or a blank. Cheaper than to read the label first.
    private static boolean leads(Cell cell, int token) {
        var tokens = cell.tokens;
        return tokens.kind[token] == Tokens.MARK
                ? ":=\"'>(`".indexOf(tokens.first(token)) >= 0
                : tokens.kind[token] == Tokens.WORD && (filling(cell, token) || beforeColon(cell, token - 1, token))
                        || tokens.stretch[token] - tokens.start[token] > 7;
    }

    private static boolean filling(Cell cell, int token) {
        var tokens = cell.tokens;
        return tokens.hash[token] == BEARER
                || tokens.hash[token] == BASIC
                || tokens.size(token) <= 5
                        && tokens.at(tokens.end[token]) == ' '
                        && (cell.meant[token] & Vocabulary.STOP) != 0;
    }

    private static void value(Cell cell, int label, int from, boolean assigned, Candidates found) {
        var tokens = cell.tokens;
        char quote = tokens.at(from - 1);
        boolean quoted = quote == '"' || quote == '\'' || quote == '`';
        int to = from;
        while (to < tokens.length
                && (quoted
                        ? tokens.text[to] != quote && tokens.text[to] != '\n'
                        : Fold.kind(tokens.text[to]) != Fold.SPACE
                                && "\"',;<>)]}".indexOf(tokens.text[to]) < 0
                                && !nextOfQuery(tokens, to))) {
            to++;
        }
        while (to > from && !quoted && ".:".indexOf(tokens.text[to - 1]) >= 0) {
            to--;
        }
        if (to - from < 4
                || to - from > LONGEST
                || CheckDigits.same(tokens.text, from, to - from)
                || "*$<{%[".indexOf(tokens.text[from]) >= 0) {
            return;
        }
        boolean random = mixed(tokens, from, to) || symbols(tokens, from, to);
        boolean direct = from - tokens.end[label] <= 12;
        boolean bare = from - tokens.end[label] == 1 && to - from >= 8 && kinds(tokens, from, to) >= 3;
        if (random && (assigned || to - from >= 16 || bare) && direct) {
            found.insideOpaque(FindingType.SECRET, from, to, BY_LABEL + (to - from >= 16 ? 2 : 0.5));
        } else if (assigned
                && direct
                && equated(tokens, from, to, quoted)
                && to - from >= 5
                && !cell.plain(cell.tokenAt(from), Vocabulary.NOT_NAME)) {
            found.insideOpaque(FindingType.SECRET, from, to, 0.6);
        }
    }

    /// Right behind `=`, with or without quotes, and one word.
    private static boolean equated(Tokens tokens, int from, int to, boolean quoted) {
        if (tokens.at(from - 1) == '=') {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (Fold.kind(tokens.text[i]) == Fold.SPACE) {
                return false;
            }
        }
        return quoted && tokens.at(from - 2) == '=';
    }

    /// `&key=`: where another value begins, and no part of a password.
    private static boolean nextOfQuery(Tokens tokens, int at) {
        if (tokens.text[at] != '&') {
            return false;
        }
        int to = at + 1;
        while (alphanumeric(tokens.at(to)) || tokens.at(to) == '_' || tokens.at(to) == '-') {
            to++;
        }
        return to > at + 1 && tokens.at(to) == '=';
    }

    /// How many of small letters, capitals, digits and other characters there are.
    private static int kinds(Tokens tokens, int from, int to) {
        int kinds = 0;
        for (int i = from; i < to; i++) {
            char c = tokens.text[i];
            kinds |= c >= 'a' && c <= 'z' ? 1 : c >= 'A' && c <= 'Z' ? 2 : c >= '0' && c <= '9' ? 4 : 8;
        }
        return Integer.bitCount(kinds);
    }

    private static boolean symbols(Tokens tokens, int from, int to) {
        int letters = 0;
        int symbols = 0;
        for (int i = from; i < to; i++) {
            letters += alphanumeric(tokens.text[i]) ? 1 : 0;
            symbols += "!@#$%^&*?+=~".indexOf(tokens.text[i]) >= 0 ? 1 : 0;
        }
        return letters > 2 && symbols > 0;
    }
}
