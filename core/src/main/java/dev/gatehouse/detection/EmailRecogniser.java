package dev.gatehouse.detection;

/// E-mail addresses: what stands around an `@`, with a domain that ends in letters (RFC 5321, RFC 6531).
final class EmailRecogniser implements Recogniser {
    private static final int LONGEST_LOCAL = 64;
    private static final String LOCAL_MARKS = "!#$%&'*+-/=?^_`{|}~.";
    private static final boolean[] PARTING = ascii("='/?&|{}`#");
    private static final boolean[] LOCAL = localCharacters();
    /// Names of files look like addresses: `icon@2x.png`.
    private static final Words FILES = files(
            "png jpg jpeg gif svg webp ico css js mjs ts tsx json xml html pdf txt md java py go rs zip gz tar jar lock yaml yml map");

    private static Words files(String endings) {
        var files = new Words();
        for (String ending : endings.split(" ", -1)) {
            files.add(ending, 1);
        }
        return files;
    }

    @Override
    public int at(Cell cell, int token, Candidates found) {
        around(cell.tokens, cell.tokens.start[token], found);
        return token + 1;
    }

    /// At the place of an `@`.
    static void around(Tokens tokens, int at, Candidates found) {
        int from = localStart(tokens, at);
        int to = domainEnd(tokens, at + 1);
        if (from == at || to < 0) {
            return;
        }
        double shape = 6;
        if (tokens.at(to) == ':' && Character.isLetter(tokens.at(to + 1)) || tokens.word(from, at, "git")) {
            // git@host:path
            shape = -1;
        } else if (tokens.at(from - 1) == ':' && tokens.at(from - 2) != 'o' && userInfo(tokens, from)) {
            shape = -2;
        }
        found.propose(FindingType.EMAIL, from, to, shape);
    }

    /// Whether this is the password of `scheme://user:password@host`.
    private static boolean userInfo(Tokens tokens, int from) {
        for (int i = from - 2; i > 1 && i > from - 300; i--) {
            if (tokens.at(i) == '/' && tokens.at(i - 1) == '/' && tokens.at(i - 2) == ':') {
                return true;
            }
            if (Fold.kind(tokens.at(i)) == Fold.SPACE) {
                return false;
            }
        }
        return false;
    }

    private static int localStart(Tokens tokens, int at) {
        int from = at;
        if (tokens.at(at - 1) == '"') {
            int open = at - 2;
            while (open >= 0 && at - open < LONGEST_LOCAL && tokens.text[open] != '"' && tokens.text[open] != '\n') {
                open--;
            }
            return tokens.at(open) == '"' && open < at - 2 ? open : at;
        }
        while (from > 0 && at - from < LONGEST_LOCAL && local(tokens.text[from - 1])) {
            from--;
        }
        if (from > 0 && at - from == LONGEST_LOCAL && local(tokens.text[from - 1])) {
            return at;
        }
        // What is left of `key='x@y'`, `/x@y` or `to=x@y` is not part of it.
        for (int i = at - 1; i >= from; i--) {
            if (tokens.text[i] < 128
                    && PARTING[tokens.text[i]]
                    && !(tokens.text[i] == '\'' && i > from && letter(tokens.at(i - 1)))) {
                from = i + 1;
                break;
            }
        }
        while (from < at && LOCAL_MARKS.indexOf(tokens.text[from]) >= 0 && tokens.text[from] != '_') {
            from++;
        }
        return tokens.at(at - 1) == '.' ? at : from;
    }

    private static boolean letter(char c) {
        return Fold.kind(c) == Fold.LETTER;
    }

    private static boolean local(char c) {
        if (c < LOCAL.length) {
            return LOCAL[c];
        }
        byte kind = Fold.kind(c);
        return kind == Fold.LETTER || kind == Fold.DIGIT;
    }

    private static boolean[] ascii(String of) {
        boolean[] set = new boolean[128];
        for (int i = 0; i < of.length(); i++) {
            set[of.charAt(i)] = true;
        }
        return set;
    }

    private static boolean[] localCharacters() {
        boolean[] local = new boolean[128];
        for (char c = 0; c < local.length; c++) {
            byte kind = Fold.kind(c);
            local[c] = kind == Fold.LETTER || kind == Fold.DIGIT || LOCAL_MARKS.indexOf(c) >= 0;
        }
        return local;
    }

    /// Behind the last label that can be a top-level domain, or -1.
    private static int domainEnd(Tokens tokens, int from) {
        int end = -1;
        int label = from;
        int i = from;
        while (i <= tokens.length) {
            char c = tokens.at(i);
            byte kind = i < tokens.length ? Fold.kind(c) : Fold.SPACE;
            if (kind == Fold.LETTER || kind == Fold.DIGIT || c == '-' && i > label) {
                i++;
                continue;
            }
            if (i == label) {
                break;
            }
            if (label > from && topLevel(tokens, label, i)) {
                end = i;
            }
            if (c != '.') {
                break;
            }
            i++;
            label = i;
        }
        return end;
    }

    private static boolean topLevel(Tokens tokens, int from, int to) {
        int length = to - from;
        if (tokens.startsWith(from, "xn--")) {
            return true;
        }
        if (length < 2 || length > 24) {
            return false;
        }
        long hash = Words.SEED;
        for (int i = from; i < to; i++) {
            char letter = Fold.letter(tokens.text[i]);
            if (letter == 0) {
                return false;
            }
            hash = Words.step(hash, letter);
        }
        return FILES.get(hash) == 0;
    }
}
