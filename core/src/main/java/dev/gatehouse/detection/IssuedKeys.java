package dev.gatehouse.detection;

import java.util.stream.IntStream;

/// Keys and tokens that say by their first characters who issued them, JSON web tokens, and password hashes.
final class IssuedKeys {
    /// What a key begins with, and how long it is at least.
    private static final String[] PREFIXES = {
        "AKIA",
        "ASIA",
        "ABIA",
        "ACCA",
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
        "AccountKey=",
        "LTAI",
        "glsa_",
        "glc_",
        "dapi",
        "rubygems_",
        "ATATT3",
        "ATCTT3",
        "gsk_",
        "sk-or-",
        "nvapi-",
        "pplx-",
        "sbp_",
        "sntrys_",
        "figd_",
        "ntn_",
        "shpca_",
        "shppa_",
        "xkeysib-",
        "dp.pt.",
        "doo_v1_",
        "dor_v1_",
        "glptt-",
        "glcbt-",
        "gloas-",
        "dckr_oat_",
        "tskey-",
        "pul-",
        "AKCp",
        "EAAC",
        "xoxe-",
        "xoxe.",
        "pat-na1-",
        "pat-eu1-",
        "FLWSECK",
        "EZAK",
        "EZTK",
        "PRVT-",
        "oy2",
        "rk_test_"
    };
    private static final int[] SHORTEST = {
        20, 20, 20, 20, 36, 36, 36, 36, 36, 40, 20, 20, 24, 24, 24, 24, 24, 20, 24, 24, 24, 24, 24, 32, 32, 32, 35, 24,
        28, 36, 30, 40, 40, 36, 30, 32, 32, 22, 40, 20, 24, 26, 30, 40, 40, 30, 50, 30, 55, 55, 55, 40, 30, 30, 25, 30,
        40, 60, 40, 24, 40, 40, 36, 57, 60, 60, 50, 40, 50, 40, 40, 50, 40, 40, 38, 38, 60, 40, 60, 60, 26, 24, 40, 36,
        24, 44, 60, 60, 40, 40, 40, 40, 40, 50, 50, 36, 46, 24
    };
    /// So many of [#PREFIXES] are of AWS.
    private static final int AWS = 4;

    private static final int SECRET_OF_AWS = 40;

    private static final int[][] BY_FIRST = byFirst();
    /// `$2b$12$` and 53 characters, of which the last may be a dot.
    private static final int BCRYPT = 60;

    private IssuedKeys() {}

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

    /// What begins as keys of a known issuer do.
    static int at(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        char first = tokens.text[from];
        for (int p : BY_FIRST[first]) {
            // Base64 has any few letters somewhere.
            boolean within = PREFIXES[p].length() < 5 && (tokens.at(from - 1) == '/' || tokens.at(from - 1) == '+');
            if (!within && tokens.startsWith(from, PREFIXES[p])) {
                prefix(tokens, from, p, found);
            }
        }
        if (tokens.kind[token] == Tokens.NUMBER && tokens.startsWith(tokens.end[token], ":AA")) {
            bot(tokens, token, found);
        }
        return token + 1;
    }

    /// `123456789:AA` and 33 more: the token of a Telegram bot.
    private static void bot(Tokens tokens, int token, Candidates found) {
        int to = tokens.end[token] + 1;
        while (SecretRecogniser.alphanumeric(tokens.at(to)) || tokens.at(to) == '_' || tokens.at(to) == '-') {
            to++;
        }
        int size = to - tokens.end[token] - 1;
        if (tokens.size(token) >= 8 && tokens.size(token) <= 10 && size >= 33 && size <= 36) {
            found.insideOpaque(FindingType.SECRET, tokens.start[token], to, 6);
        }
    }

    private static void prefix(Tokens tokens, int from, int index, Candidates found) {
        boolean hash = "${".indexOf(PREFIXES[index].charAt(0)) >= 0 || PREFIXES[index].endsWith("$");
        int to = from;
        while (to < tokens.length
                && (SecretRecogniser.alphanumeric(tokens.text[to])
                        || "_-.".indexOf(tokens.text[to]) >= 0
                        || hash && "$/+=,:{}".indexOf(tokens.text[to]) >= 0)) {
            to++;
        }
        boolean bcrypt = tokens.text[from] == '$' && to - from == BCRYPT;
        while (to > from && !bcrypt && ".,:-".indexOf(tokens.text[to - 1]) >= 0) {
            to--;
        }
        // Of a fixed length, and capitals and digits as other things are.
        boolean aws = index < AWS && to - from == SHORTEST[index];
        boolean jwt = PREFIXES[index].equals("eyJ");
        if (to - from >= SHORTEST[index]
                && (aws || index >= AWS)
                && (!jwt || dots(tokens, from, to) >= 2)
                && (hash || jwt || aws || SecretRecogniser.mixed(tokens, from + PREFIXES[index].length(), to))) {
            found.insideOpaque(FindingType.SECRET, from, to, 6);
            if (aws) {
                secretOfAws(tokens, to, found);
            }
        }
    }

    /// Forty characters of base64 right behind the id of an access key are its secret.
    private static void secretOfAws(Tokens tokens, int behind, Candidates found) {
        int from = behind;
        while (from < tokens.length && from - behind < 4 && !SecretRecogniser.alphanumeric(tokens.text[from])) {
            from++;
        }
        int to = from;
        while (SecretRecogniser.alphanumeric(tokens.at(to)) || tokens.at(to) == '/' || tokens.at(to) == '+') {
            to++;
        }
        if (from > behind && to - from == SECRET_OF_AWS && SecretRecogniser.mixed(tokens, from, to)) {
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
}
