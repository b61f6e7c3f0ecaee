package dev.gatehouse.detection;

/// What speaks for and against some capitalised words being somebody's name.
final class NameEvidence {
    private static final double STRONG_TITLE = 4.2;
    private static final double GREETING = 3;
    /// `Jane Doe <jane@example.org>`
    private static final double BEFORE_ADDRESS = 5.5;
    private static final double IDENTIFIED = 3.5;
    /// What only people have and are asked for.
    private static final int OF_PEOPLE = Vocabulary.bit(FindingType.NATIONAL_ID)
            | Vocabulary.bit(FindingType.DATE_OF_BIRTH)
            | Vocabulary.bit(FindingType.PASSPORT)
            | Vocabulary.bit(FindingType.HEALTH_ID)
            | Vocabulary.bit(FindingType.DRIVER_LICENSE);

    /// How family names end, folded; long enough that few other words do.
    private static final Endings FAMILIES = new Endings(
            "mann",
            "berger",
            "huber",
            "meier",
            "bauer",
            "inger",
            "sson",
            "ssen",
            "nsen",
            "rsen",
            "lsen",
            "tsen",
            "ksen",
            "dsen",
            "dottir",
            "quist",
            "qvist",
            "strom",
            "gren",
            "lund",
            "ainen",
            "inen",
            "onen",
            "anen",
            "kela",
            "ovic",
            "evic",
            "avic",
            "ajic",
            "anic",
            "ovsky",
            "ovska",
            "owski",
            "owska",
            "ewski",
            "ewska",
            "inski",
            "inska",
            "ynski",
            "ynska",
            "icki",
            "icka",
            "wicz",
            "czyk",
            "czak",
            "iak",
            "enko",
            "chuk",
            "escu",
            "eanu",
            "oiu",
            "aru",
            "opoulos",
            "opoulou",
            "akis",
            "aki",
            "idis",
            "idou",
            "iadis",
            "ellis",
            "auskas",
            "auskiene",
            "aite",
            "yte",
            "evicius",
            "avicius",
            "enas",
            "unas",
            "oglu",
            "yan",
            "ova",
            "eva",
            "kova",
            "ov",
            "ev",
            "ini",
            "etti",
            "elli",
            "oni",
            "acci",
            "ucci",
            "ieri",
            "aldi",
            "ssen",
            "stra",
            "sma",
            "ink",
            "oven",
            "eau",
            "ault",
            "ard",
            "ier",
            "ez",
            "eira",
            "eiro",
            "escu",
            "ovski",
            "szky",
            "falvi",
            "ics",
            "kis",
            "ins",
            "ina",
            "ens",
            "sone",
            "ovs",
            "evs",
            "oja",
            "maa",
            "vee",
            "ов",
            "ова",
            "ев",
            "ева",
            "ски",
            "ска",
            "ин",
            "ина",
            "енко",
            "ева",
            "οπουλος",
            "οπουλου",
            "ακης",
            "ακη",
            "ιδης",
            "ιδου",
            "αδης",
            "αδου",
            "ιου",
            "ακος",
            "ατος",
            "ελης");
    private static final double FAMILY_ENDING = 0.9;

    private NameEvidence() {}

    /// A form of address; greetings stand before other words as well.
    static double title(Cell cell, int token) {
        return cell.plain(token, Vocabulary.GREETING | Vocabulary.NOT_NAME) ? GREETING : STRONG_TITLE;
    }

    /// How much a word by itself speaks for being a part of a name.
    static double familiar(Cell cell, int token) {
        double known = cell.plain(token, Vocabulary.FIRST) ? 1.5 : cell.plain(token, Vocabulary.LAST) ? 1.2 : 0;
        return cell.plain(token, Vocabulary.AMBIGUOUS) ? known / 2 : known;
    }

    private static boolean familyEnding(Cell cell, int token) {
        var tokens = cell.tokens;
        int size = tokens.size(token);
        if (size < 6 || cell.plain(token, Vocabulary.NOT_NAME | Vocabulary.CITY)) {
            return false;
        }
        return FAMILIES.of(tokens, tokens.start[token], tokens.end[token]) > 0;
    }

    /// Adds up the words from `first` to `last`, and what stands around them.
    static void propose(Cell cell, int first, int last, double title, Candidates found) {
        var tokens = cell.tokens;
        int begin = title == 0 ? withoutLead(cell, first, last) : first;
        double known = 0;
        int words = 0;
        int strangers = 0;
        boolean given = false;
        boolean doubtful = false;
        boolean form = false;
        for (int i = begin; i <= last; i++) {
            if (tokens.kind[i] == Tokens.WORD && tokens.size(i) > 1) {
                boolean first1 = cell.plain(i, Vocabulary.FIRST);
                boolean last1 = cell.plain(i, Vocabulary.LAST);
                boolean vague = cell.plain(i, Vocabulary.AMBIGUOUS);
                boolean ending = !first1 && !last1 && i > begin && familyEnding(cell, i);
                given |= first1;
                doubtful |= vague;
                words++;
                known += first1 ? 2 : last1 ? 1.8 : ending ? FAMILY_ENDING : 0;
                known -= vague ? 0.8 : 0;
                strangers += first1 || last1 || ending ? 0 : 1;
                form |= i > begin && cell.plain(i, Vocabulary.FORM);
            }
        }
        double shape = -3.2 + title + Math.min(4.5, known);
        if (given && doubtful && strangers == 0 && words == 2 && !cell.plain(begin, Vocabulary.AMBIGUOUS)) {
            // A given name before a family name that is a word as well: Angus Young.
            shape += 0.6;
        } else if (given && strangers == 1 && words >= 2) {
            shape += doubtful ? 0.2 : 1.4;
        } else if (strangers > 1) {
            shape -= 0.8;
        }
        if (title == 0 && words == 1) {
            shape -= known <= 0 ? 3 : startsSentence(tokens, begin) ? 1.2 : 0.5;
        } else if (title == 0 && known <= 0) {
            shape -= 0.5;
        }
        found.propose(
                FindingType.PERSON,
                tokens.start[begin],
                tokens.end[last],
                shape + around(cell, begin, last, form, title, words));
    }

    /// "Yesterday Anna Smith", "Call of Anna Smith": what is before the first given name is rarely part of it.
    private static int withoutLead(Cell cell, int first, int last) {
        int begin = first;
        while (begin < last
                && startsSentence(cell.tokens, begin)
                && familiar(cell, begin) == 0
                && cell.plain(begin + 1, Vocabulary.FIRST)
                && cell.tokens.is(begin + 1, Tokens.WORD)) {
            begin++;
        }
        // "Anruf von Anna Schmidt"
        boolean particle = begin + 2 <= last
                && startsSentence(cell.tokens, begin)
                && familiar(cell, begin) == 0
                && Character.isLowerCase(cell.tokens.first(begin + 1))
                && cell.plain(begin + 2, Vocabulary.FIRST);
        return particle ? begin + 2 : begin;
    }

    private static boolean startsSentence(Tokens tokens, int token) {
        return token == 0
                || tokens.kind[token - 1] == Tokens.MARK && ",-'\"(<&".indexOf(tokens.first(token - 1)) < 0
                || tokens.text[tokens.start[token] - 1] == '\n';
    }

    private static double around(Cell cell, int begin, int last, boolean form, double title, int words) {
        var tokens = cell.tokens;
        double sum = 0;
        int next = last + 1;
        boolean near = next < tokens.count && tokens.start[next] - tokens.end[last] <= 1;
        if (near && tokens.mark(next, '<') && !tokens.touchesPrevious(next) && mailFollows(tokens, next)) {
            sum += words > 1 ? BEFORE_ADDRESS : 2;
        }
        if (words > 1 && !form && identified(cell, last)) {
            sum += IDENTIFIED;
        }
        if (near && tokens.is(next, Tokens.WORD) && Character.isUpperCase(tokens.first(next))) {
            sum -= cell.plain(next, Vocabulary.NOT_NAME) ? 1.5 : roman(tokens, next) ? 3 : 0;
        }
        boolean company = form || formFollows(cell, last) || words == 2 && cell.thing(begin, last);
        if (tokens.mark(next, '&') || tokens.mark(begin - 1, '&') || company) {
            sum -= 5;
        }
        if (tokens.mark(next, '\'') && tokens.word(tokens.end[next], tokens.end[next] + 1, "s") && near) {
            sum -= 2;
        }
        return cell.column.is(Vocabulary.NOT_PERSON) && title == 0 ? sum - 3 : sum;
    }

    /// Whether what follows, over a mark or a short word, is an e-mail address or the label of something that people
    /// have: `Jane Doe (jane@example.org)`, `Jan Novák, rodné číslo …`, `Ana Kos s OIB …`.
    private static boolean identified(Cell cell, int last) {
        var tokens = cell.tokens;
        int i = last + 1;
        boolean mark = tokens.is(i, Tokens.MARK) && "(,;:".indexOf(tokens.first(i)) >= 0;
        i = mark ? i + 1 : i;
        if (mark && i < tokens.count && tokens.start[i] - tokens.end[last] <= 3 && mailWithin(tokens, i)) {
            return true;
        }
        for (int words = 0;
                words < 4 && tokens.is(i, Tokens.WORD) && tokens.start[i] - tokens.end[i - 1] <= 2;
                words++) {
            int bits = cell.label(i) & 0xFFF_FFFF;
            if ((bits & OF_PEOPLE) != 0 && (words > 0 || mark || Character.isLowerCase(tokens.first(i)))) {
                return true;
            }
            i++;
        }
        return false;
    }

    private static boolean mailWithin(Tokens tokens, int from) {
        for (int i = from; i < tokens.count && tokens.end[i] <= tokens.stretch[from]; i++) {
            if (tokens.mark(i, '@')) {
                return true;
            }
            if (tokens.mark(i, ',') || tokens.mark(i, ';')) {
                return false;
            }
        }
        return false;
    }

    private static boolean mailFollows(Tokens tokens, int open) {
        for (int i = open + 1; i < Math.min(tokens.count, open + 12); i++) {
            if (tokens.mark(i, '@')) {
                return true;
            }
            if (tokens.mark(i, '>')) {
                return false;
            }
        }
        return false;
    }

    private static boolean roman(Tokens tokens, int token) {
        for (int i = tokens.start[token]; i < tokens.end[token]; i++) {
            if ("IVXL".indexOf(tokens.text[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /// `Müller GmbH`, `Novák s.r.o.`, `De Vries B.V.`, `Nowak Sp. z o.o.` are not people.
    private static boolean formFollows(Cell cell, int last) {
        var tokens = cell.tokens;
        int next = last + 1;
        if (!tokens.is(next, Tokens.WORD) || tokens.start[next] - tokens.end[last] > 1) {
            return false;
        }
        if (cell.plain(next, Vocabulary.FORM)) {
            return tokens.size(next) > 2 || Character.isUpperCase(tokens.text[tokens.end[next] - 1]);
        }
        // Single letters with dots: s.r.o., B.V., a.s., S.L.
        return tokens.size(next) == 1
                        && (tokens.mark(next + 1, '.') || tokens.mark(next + 1, '/'))
                        && tokens.touchesNext(next)
                        && tokens.touchesNext(next + 1)
                        && tokens.is(next + 2, Tokens.WORD)
                        && tokens.size(next + 2) <= 2
                || tokens.word(tokens.start[next], tokens.end[next], "Sp") && tokens.mark(next + 1, '.')
                || tokens.word(tokens.start[next], tokens.end[next], "és");
    }
}
