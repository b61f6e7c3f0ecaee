package dev.gatehouse.detection;

/// Connection strings with a password: as URLs, and as `key=value;` pairs.
final class ConnectionStrings {
    private static final String[] PLACES = {
        "server=",
        "data source=",
        "datasource=",
        "host=",
        "address=",
        "addr=",
        "endpoint=",
        "accountendpoint=",
        "defaultendpointsprotocol=",
        "initial catalog=",
        "database=",
        "accountname=",
        "driver=",
        "provider="
    };
    private static final String[] SECRETS = {
        "password=", "pwd=", "accountkey=", "sharedaccesskey=", "sharedsecretvalue="
    };

    private ConnectionStrings() {}

    /// `Server=db1;Database=shop;User Id=sa;Password=…;`, all of it.
    static int pairs(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        if (!any(tokens, from, PLACES)) {
            return token + 1;
        }
        int to = from;
        boolean secret = false;
        int pairs = 0;
        while (to < tokens.length) {
            secret |= any(tokens, to, SECRETS);
            int end = pairEnd(tokens, to);
            if (end < 0) {
                break;
            }
            pairs++;
            to = end;
            if (tokens.at(to - 1) != ';') {
                break;
            }
        }
        if (secret && pairs >= 2) {
            found.insideOpaque(FindingType.SECRET, from, to, 7);
        }
        return Math.max(token + 1, cell.tokenAt(to));
    }

    private static boolean any(Tokens tokens, int at, String[] keys) {
        for (String key : keys) {
            if (keyAt(tokens, at, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean keyAt(Tokens tokens, int at, String key) {
        if (at + key.length() > tokens.length) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (Fold.of(tokens.text[at + i]) != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Behind `key=value` and its semicolon; keys have blanks, values only before another semicolon. -1 if there is
    /// none.
    private static int pairEnd(Tokens tokens, int from) {
        int equal = -1;
        int blank = -1;
        for (int i = from; i < tokens.length; i++) {
            char c = tokens.text[i];
            if (c == '=' && equal < 0) {
                equal = i;
            } else if (c == ';') {
                return equal < 0 ? -1 : i + 1;
            } else if (c == '\n' || c == '"' || c == '<') {
                return equal < 0 ? -1 : blank > 0 ? blank : i;
            } else if (c == ' ' && equal > 0 && blank < 0) {
                blank = i;
            }
        }
        return equal < 0 ? -1 : blank > 0 ? blank : tokens.length;
    }

    /// `scheme://user:password@host/…`, all of it.
    static int url(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int colon = tokens.start[token];
        if (tokens.at(colon + 2) != '/') {
            return token + 1;
        }
        int from = colon;
        while (from > 0
                && (SecretRecogniser.alphanumeric(tokens.text[from - 1])
                        || "+:.-".indexOf(tokens.text[from - 1]) >= 0)) {
            from--;
        }
        int to = colon + 3;
        int at = -1;
        int second = -1;
        while (to < tokens.length
                && Fold.kind(tokens.text[to]) != Fold.SPACE
                && "\"'<>`".indexOf(tokens.text[to]) < 0) {
            if (tokens.text[to] == '@') {
                at = to;
            } else if (tokens.text[to] == ':' && second < 0) {
                second = to;
            } else if (tokens.text[to] == '/' && at < 0) {
                break;
            }
            to++;
        }
        while (to > from && ".,;)".indexOf(tokens.text[to - 1]) >= 0) {
            to--;
        }
        if (second > 0 && at > second + 1 && tokens.text[second + 1] != '*') {
            // A token that is known by itself is the secret of a web address.
            boolean web = tokens.startsWith(from, "http");
            found.insideOpaque(FindingType.SECRET, from, to, web ? 5.5 : 7);
        }
        return token + 1;
    }
}
