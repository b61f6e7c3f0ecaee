package dev.gatehouse.detection;

import java.util.stream.IntStream;

/// Passwords, keys and tokens: those that announce themselves by a prefix, private keys, JSON web tokens, connection
/// strings with a password, and whatever a label calls a secret and looks as random as one.
final class SecretRecogniser implements Recogniser {
    /// What a key begins with, and how long it is at least.
    private static final String[] PREFIXES = {
        "AKIA",
        "ASIA",
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "glpat-",
        "gldt-",
        "xoxb-",
        "xoxp-",
        "xoxa-",
        "xoxr-",
        "xoxs-",
        "xapp-",
        "sk_live_",
        "sk_test_",
        "rk_live_",
        "pk_live_",
        "whsec_",
        "sk-",
        "sk-ant-",
        "sk-proj-",
        "AIza",
        "ya29.",
        "GOCSPX-",
        "npm_",
        "pypi-",
        "dop_v1_",
        "SG.",
        "key-",
        "hf_",
        "shpat_",
        "shpss_",
        "sq0atp-",
        "sq0csp-",
        "EAACEdEose0cBA",
        "hvs.",
        "s.",
        "dckr_pat_",
        "PMAK-",
        "lin_api_",
        "NRAK-",
        "AGE-SECRET-KEY-",
        "eyJ",
        "$2a$",
        "$2b$",
        "$2y$",
        "$argon2",
        "$6$",
        "$5$",
        "$1$",
        "{SSHA}",
        "pbkdf2_sha256$",
        "SCRAM-SHA-256$",
        "AccountKey="
    };
    private static final int[] SHORTEST = {
        20, 20, 36, 36, 36, 36, 36, 40, 20, 20, 24, 24, 24, 24, 24, 20, 24, 24, 24, 24, 24, 32, 32, 32, 35, 24, 28, 36,
        30, 40, 40, 36, 30, 32, 32, 22, 40, 20, 24, 26, 30, 40, 40, 30, 50, 30, 55, 55, 55, 40, 30, 30, 25, 30, 40, 60,
        40
    };
    private static final long BEARER = Words.hash("bearer");
    private static final long BASIC = Words.hash("basic");
    private static final int[][] BY_FIRST = byFirst();
    private static final double BY_LABEL = 1.5;
    private static final int LONGEST = 8192;
    /// `$2b$12$` and 53 characters, of which the last may be a dot.
    private static final int BCRYPT = 60;

    private static int[][] byFirst() {
        int[][] by = new int[128][];
        for (int c = 0; c < by.length; c++) {
            char first = (char) c;
            by[c] = IntStream.range(0, PREFIXES.length)
                    .filter(i -> PREFIXES[i].charAt(0) == first)
                    .toArray();
        }
        return by;
    }

    static boolean first(char c) {
        return BY_FIRST[c].length > 0;
    }

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

    /// What begins as keys of a known issuer do.
    static int key(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        char first = tokens.text[from];
        for (int p : BY_FIRST[first]) {
            if (tokens.startsWith(from, PREFIXES[p])) {
                prefix(tokens, from, p, found);
            }
        }
        return token + 1;
    }

    private static void prefix(Tokens tokens, int from, int index, Candidates found) {
        boolean hash = "${".indexOf(PREFIXES[index].charAt(0)) >= 0 || PREFIXES[index].endsWith("$");
        int to = from;
        while (to < tokens.length
                && (alphanumeric(tokens.text[to])
                        || "_-.".indexOf(tokens.text[to]) >= 0
                        || hash && "$/+=,:{}".indexOf(tokens.text[to]) >= 0)) {
            to++;
        }
        boolean bcrypt = tokens.text[from] == '$' && to - from == BCRYPT;
        while (to > from && !bcrypt && ".,:-".indexOf(tokens.text[to - 1]) >= 0) {
            to--;
        }
        boolean jwt = PREFIXES[index].equals("eyJ");
        if (to - from >= SHORTEST[index]
                && (!jwt || dots(tokens, from, to) >= 2)
                && (hash || jwt || index < 2 || mixed(tokens, from + PREFIXES[index].length(), to))) {
            found.insideOpaque(FindingType.SECRET, from, to, 6);
        }
    }

    private static int dots(Tokens tokens, int from, int to) {
        int dots = 0;
        for (int i = from; i < to; i++) {
            dots += tokens.text[i] == '.' ? 1 : 0;
        }
        return dots;
    }

    /// Letters and digits, or letters of both cases, not one word.
    private static boolean mixed(Tokens tokens, int from, int to) {
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
            boolean filling = tokens.kind[at] == Tokens.WORD && filling(cell, at);
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

    /// Whether a value may begin here: behind a mark that assigns, or a blank. Cheaper than to read the label first.
    private static boolean leads(Cell cell, int token) {
        var tokens = cell.tokens;
        return tokens.kind[token] == Tokens.MARK
                ? ":=\"'>(`".indexOf(tokens.first(token)) >= 0
                : tokens.kind[token] == Tokens.WORD && filling(cell, token)
                        || tokens.end[token] - tokens.start[token] > 7;
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
                        : Fold.kind(tokens.text[to]) != Fold.SPACE && "\"',;&<>)]}".indexOf(tokens.text[to]) < 0)) {
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
        if (random && (assigned || to - from >= 16) && direct) {
            found.insideOpaque(FindingType.SECRET, from, to, BY_LABEL + (to - from >= 16 ? 2 : 0.5));
        } else if (assigned
                && direct
                && tokens.at(from - 1) == '='
                && to - from >= 5
                && !cell.plain(cell.tokenAt(from), Vocabulary.NOT_NAME)) {
            found.insideOpaque(FindingType.SECRET, from, to, 0.6);
        }
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
