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
    private static final String[] KEYWORDS = {"dbname=", "user=", "port=", "hostaddr="};
    private static final String[] SECRETS = {
        "password=", "pwd=", "accountkey=", "sharedaccesskey=", "sharedsecretvalue="
    };

    private ConnectionStrings() {}

    /// `Server=db1;Database=shop;User Id=sa;Password=…;`, all of it.
    static int pairs(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        if (!any(tokens, from, PLACES)) {
            return any(tokens, from, KEYWORDS) ? keywords(cell, token, found) : token + 1;
        }
        int spaced = keywords(cell, token, found);
        if (spaced > token + 1) {
            return spaced;
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

    /// `host=db port=5432 dbname=shop user=app password=…`, as PostgreSQL's libraries take it, all of it.
    private static int keywords(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        int to = from;
        int next = from;
        int pairs = 0;
        boolean secret = false;
        boolean place = false;
        while (next < tokens.length && SecretRecogniser.alphanumeric(tokens.text[next])) {
            int at = next;
            while (SecretRecogniser.alphanumeric(tokens.at(at)) || tokens.at(at) == '_') {
                at++;
            }
            if (tokens.at(at) != '=') {
                break;
            }
            secret |= any(tokens, next, SECRETS);
            place |= any(tokens, next, PLACES) || any(tokens, next, KEYWORDS);
            while (at < tokens.length && tokens.text[at] != ' ' && "\";,\n".indexOf(tokens.text[at]) < 0) {
                at++;
            }
            pairs++;
            to = at;
            next = tokens.at(at) == ' ' ? at + 1 : tokens.length;
        }
        if (!secret || !place || pairs < 3) {
            return token + 1;
        }
        found.insideOpaque(FindingType.SECRET, from, to, 7);
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
        boolean path = false;
        while (to < tokens.length
                && Fold.kind(tokens.text[to]) != Fold.SPACE
                && "\"'<>`".indexOf(tokens.text[to]) < 0) {
            if (tokens.text[to] == '@' && !path) {
                at = to;
            } else if (tokens.text[to] == ':' && second < 0 && !path) {
                second = to;
            } else if (tokens.text[to] == '/' && at < 0) {
                path = true;
            }
            to++;
        }
        while (to > from && ".,;)".indexOf(tokens.text[to - 1]) >= 0) {
            to--;
        }
        boolean web = tokens.startsWith(from, "http");
        if (web ? hook(tokens, colon + 3) : secretIn(tokens, colon + 3, to)) {
            found.insideOpaque(FindingType.SECRET, from, to, 7);
        } else if (second > 0 && at > second + 1 && tokens.text[second + 1] != '*') {
            // A token that is known by itself is the secret of a web address.
            found.insideOpaque(FindingType.SECRET, from, to, web ? 5.5 : 7);
        }
        return token + 1;
    }

    /// Addresses that whoever knows them may post to.
    private static boolean hook(Tokens tokens, int host) {
        return tokens.startsWith(host, "hooks.slack.com/services/")
                || tokens.startsWith(host, "discord.com/api/webhooks/")
                || tokens.startsWith(host, "discordapp.com/api/webhooks/");
    }

    /// `jdbc:postgresql://db/shop?user=app&password=…`
    private static boolean secretIn(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = tokens.text[i];
            if ((c == '?' || c == '&' || c == ';') && any(tokens, i + 1, SECRETS) && i + 12 < to) {
                return true;
            }
        }
        return false;
    }
}
