package dev.gatehouse.detection;

/// Names of people: by given and family names that are known, forms of address, and what the column says.
///
/// The lists hold what is common in Europe and some of the world; a rare name in running text, without a title or a
/// label beside it, is missed.
final class NameRecogniser implements Recogniser {
    private static final int MOST_WORDS = 6;
    private static final Words PARTICLES =
            particles("von van de der den del di da dos du la le zu af av ten ter el al y e bin");
    private static final int ROLES = Vocabulary.bit(FindingType.PERSON) | Vocabulary.PERSONS;

    private static Words particles(String listed) {
        var particles = new Words();
        for (String word : listed.split(" ", -1)) {
            particles.add(word, 1);
        }
        return particles;
    }

    @Override
    public int at(Cell cell, int token, Candidates found) {
        return namePart(cell, token) ? run(cell, token, found) : token + 1;
    }

    static void whole(Cell cell, Candidates found) {
        if (cell.tokens.has(Tokens.HAS_WORD) && ofColumn(cell, found)) {
            cell.settled |= 1 << Starts.NAME;
        }
    }

    /// A value that is a name from end to end, in a column that may hold names.
    private static boolean ofColumn(Cell cell, Candidates found) {
        var tokens = cell.tokens;
        if (tokens.count > 3 * MOST_WORDS || tokens.has(Tokens.HAS_NUMBER | Tokens.HAS_AT)) {
            return false;
        }
        double evidence = cell.column.evidence(FindingType.PERSON);
        if (evidence < 1) {
            return false;
        }
        int words = 0;
        int strange = 0;
        double known = 0;
        boolean form = false;
        boolean and = false;
        for (int i = 0; i < tokens.count; i++) {
            and |= tokens.mark(i, '&');
            if (tokens.kind[i] == Tokens.WORD) {
                words++;
                form |= words > 1 && cell.plain(i, Vocabulary.FORM);
                known += NameEvidence.familiar(cell, i);
                strange += cell.plain(i, Vocabulary.NOT_NAME) && !cell.plain(i, Vocabulary.FIRST | Vocabulary.LAST)
                        ? 1
                        : 0;
            } else if ("'’`.,-()\"ʼ·&/".indexOf(tokens.first(i)) < 0) {
                return false;
            }
        }
        boolean nothing = words == 0 || words > MOST_WORDS || words == strange || tokens.length < 2;
        boolean handle = Character.isLowerCase(tokens.text[tokens.start[firstWord(tokens)]]) && joined(tokens);
        if (nothing || handle) {
            return true;
        }
        boolean capital = Character.isUpperCase(tokens.text[tokens.start[firstWord(tokens)]])
                || !Character.isLowerCase(tokens.text[tokens.start[firstWord(tokens)]]);
        double shape =
                -2.5 + Math.min(3, known) - 2 * strange + (capital ? 0.5 : -1) + (words == 2 || words == 3 ? 0.5 : 0);
        boolean several = words == 2 || words == 3;
        boolean believed = evidence > 5 || known >= 1.5 && !and || evidence >= 3 && several && strange == 0 && capital;
        if (believed && !(form && evidence <= 5)) {
            found.accept(FindingType.PERSON, tokens.start[0], tokens.end[tokens.count - 1], shape + evidence);
        }
        return evidence > 5;
    }

    /// Words with dots between them and no blanks: `j.doe` is how somebody logs in.
    private static boolean joined(Tokens tokens) {
        for (int i = 1; i < tokens.count; i++) {
            if (!tokens.touchesPrevious(i)) {
                return false;
            }
        }
        return tokens.mark(1, '.');
    }

    private static int firstWord(Tokens tokens) {
        int i = 0;
        while (tokens.kind[i] != Tokens.WORD) {
            i++;
        }
        return i;
    }

    /// A word that a name can begin with or go on with: capitalised, more than one letter, not shouted.
    private static boolean namePart(Cell cell, int token) {
        var tokens = cell.tokens;
        if (!tokens.is(token, Tokens.WORD) || tokens.size(token) < 2) {
            return false;
        }
        int from = tokens.start[token];
        if (!Character.isUpperCase(tokens.text[from])
                || glued(tokens.at(from - 1))
                || glued(tokens.at(tokens.end[token]))
                || tokens.at(tokens.end[token]) == '.' && tokens.alphanumeric(tokens.end[token] + 1)) {
            return false;
        }
        return !cell.plain(token, Vocabulary.NOT_NAME)
                || cell.plain(token, Vocabulary.FIRST | Vocabulary.LAST | Vocabulary.TITLE);
    }

    private static boolean glued(char c) {
        return c == '_' || c == '/' || c == '\\' || c == '@' || c >= '0' && c <= '9' || c == '$' || c == '#';
    }

    /// Capitalised words in a row; returns the token behind them.
    private static int run(Cell cell, int first, Candidates found) {
        var tokens = cell.tokens;
        int begin = first;
        double title = 0;
        while (begin < tokens.count && cell.plain(begin, Vocabulary.TITLE) && !cell.plain(begin, Vocabulary.FIRST)) {
            title = Math.max(title, NameEvidence.title(cell, begin));
            begin = tokens.mark(begin + 1, '.') || tokens.mark(begin + 1, ',') ? begin + 2 : begin + 1;
        }
        title = title == 0 ? smallTitle(cell, begin) : title;
        while (title == 0 && role(cell, begin)) {
            begin++;
        }
        if (begin >= tokens.count || !namePart(cell, begin)) {
            return Math.max(first + 1, begin);
        }
        int last = begin;
        int words = 1;
        int i = begin;
        while (words < 5) {
            int next = following(cell, i);
            if (next < 0) {
                break;
            }
            i = next;
            last = next;
            words++;
        }
        NameEvidence.propose(cell, begin, last, title, found);
        return last + 1;
    }

    /// A form of address that begins with a small letter, right before: `pán Novák`, `κ. Παπαδόπουλος`.
    private static double smallTitle(Cell cell, int token) {
        var tokens = cell.tokens;
        int before = tokens.mark(token - 1, '.') ? token - 2 : token - 1;
        boolean small = before >= 0
                && tokens.start[token] - tokens.end[token - 1] == 1
                && cell.plain(before, Vocabulary.TITLE)
                && Character.isLowerCase(tokens.first(before));
        return small ? NameEvidence.title(cell, before) : 0;
    }

    /// What somebody is, before the name: `Patient Anna Smith`. It is a label, and no part of the name.
    private static boolean role(Cell cell, int token) {
        return cell.tokens.is(token, Tokens.WORD)
                && (cell.meant[token] & ROLES) != 0
                && !cell.plain(token, Vocabulary.FIRST | Vocabulary.LAST)
                && gap(cell.tokens, token + 1)
                && namePart(cell, token + 1);
    }

    /// The next word of the same name, over a blank, a hyphen, an initial's dot or a particle; or -1.
    private static int following(Cell cell, int token) {
        var tokens = cell.tokens;
        int next = token + 1;
        if ((tokens.mark(next, '-') || tokens.mark(next, '\'') || tokens.mark(next, '’'))
                && tokens.touchesNext(token)
                && tokens.touchesNext(next)) {
            return namePart(cell, next + 1)
                            || tokens.is(next + 1, Tokens.WORD) && Character.isUpperCase(tokens.first(next + 1))
                    ? next + 1
                    : -1;
        }
        if (!gap(tokens, next)) {
            return -1;
        }
        if (tokens.is(next, Tokens.WORD)
                && tokens.size(next) == 1
                && Character.isUpperCase(tokens.first(next))
                && tokens.mark(next + 1, '.')
                && gap(tokens, next + 2)
                && namePart(cell, next + 2)) {
            return next + 2;
        }
        // O'Sullivan, D'Angelo
        if (tokens.is(next, Tokens.WORD)
                && tokens.size(next) == 1
                && Character.isUpperCase(tokens.first(next))
                && (tokens.mark(next + 1, '\'') || tokens.mark(next + 1, '’'))
                && tokens.touchesNext(next)
                && tokens.touchesNext(next + 1)
                && tokens.is(next + 2, Tokens.WORD)) {
            return next + 2;
        }
        if (particle(tokens, next)) {
            int after = next + 1;
            if (particle(tokens, after) && gap(tokens, after)) {
                after++;
            }
            return gap(tokens, after) && namePart(cell, after) ? after : -1;
        }
        return namePart(cell, next) && !cell.plain(next, Vocabulary.TITLE) ? next : -1;
    }

    private static boolean gap(Tokens tokens, int token) {
        return token > 0
                && token < tokens.count
                && tokens.start[token] - tokens.end[token - 1] == 1
                && tokens.text[tokens.end[token - 1]] == ' ';
    }

    private static boolean particle(Tokens tokens, int token) {
        return tokens.is(token, Tokens.WORD) && tokens.size(token) <= 3 && PARTICLES.get(tokens.hash[token]) != 0;
    }
}
