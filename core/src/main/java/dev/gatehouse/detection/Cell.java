package dev.gatehouse.detection;

/// A text as read, with what its words mean and what the words beside a place say about it. One thread; reused.
final class Cell {
    /// A label with nothing but `:`, `=` or filling words between it and the value.
    private static final double LABELLED = 5;

    private static final double NEAR = 3;
    private static final double LABELLED_OTHERWISE = -3;
    /// `EAN 7612345678900`: what is an article's number is nobody's.
    private static final double LABELLED_AS_CODE = -5;
    private static final double AFTER = 2;
    /// How far back a label is looked for, in characters and in tokens.
    private static final int REACH = 48;

    private static final int MOST_TOKENS = 14;
    /// `Kunde: +49 …`: people and places have numbers of many kinds.
    private static final int NOT_OF_SOMEBODY = Vocabulary.TYPES
            & ~(Vocabulary.bit(FindingType.PERSON)
                    | Vocabulary.bit(FindingType.ADDRESS)
                    | Vocabulary.bit(FindingType.USERNAME));
    /// What stands right behind its label, without a colon as well.
    private static final int OF_NUMBERS = Vocabulary.bit(FindingType.PHONE)
            | Vocabulary.bit(FindingType.NATIONAL_ID)
            | Vocabulary.bit(FindingType.HEALTH_ID)
            | Vocabulary.bit(FindingType.PASSPORT)
            | Vocabulary.bit(FindingType.DRIVER_LICENSE)
            | Vocabulary.bit(FindingType.IBAN)
            | Vocabulary.bit(FindingType.CREDIT_CARD);

    final Tokens tokens = new Tokens();
    /// What each word is, see [Vocabulary#plain].
    int[] plain = new int[64];

    /// What each word means as a label.
    int[] meant = new int[64];

    /// What [#label] found out already; 0 where it was not asked.
    private int[] labels = new int[64];

    /// Which recognisers may find something here, see [Starts].
    int[] can = new int[64];

    /// Whether a month is named somewhere.
    boolean month;

    /// The token that recognisers are asked for.
    int asked;

    /// Recognisers that have nothing to look for any more, as bits.
    int settled;

    /// Room for a number without its separators.
    final char[] compact = new char[64];

    private final Vocabulary vocabulary;
    Column column = Column.UNKNOWN;

    Cell(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void read(Column of, String text, int begin, int end) {
        column = of;
        tokens.read(text, begin, end);
        settled = 0;
        asked = 0;
        if (plain.length < tokens.count) {
            plain = new int[2 * tokens.count];
            meant = new int[2 * tokens.count];
            can = new int[2 * tokens.count];
            labels = new int[2 * tokens.count];
        }
        int all = 0;
        for (int i = 0; i < tokens.count; i++) {
            long is = tokens.kind[i] == Tokens.WORD ? vocabulary.words.get(tokens.hash[i]) : 0;
            plain[i] = (int) is;
            all |= (int) is;
            meant[i] = (int) (is >>> 32);
            labels[i] = 0;
        }
        month = (all & Vocabulary.MONTH) != 0;
    }

    /// Whether no `:`, `=`, `@` or `;` is there to say which part is the value.
    boolean assignsNothing() {
        if (tokens.has(Tokens.HAS_AT | Tokens.HAS_EQUALS | Tokens.HAS_SEMICOLON)) {
            return false;
        }
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.mark(i, ':') || i > 0 && !tokens.touchesPrevious(i)) {
                return false;
            }
        }
        return true;
    }

    /// Says for each token what may begin there.
    void findStarts() {
        Starts.read(this);
    }

    /// The characters only, no words: see [WholeCells].
    void copy(Column of, String text) {
        column = of;
        tokens.copy(text);
        asked = 0;
    }

    boolean plain(int token, int bits) {
        return token >= 0 && token < tokens.count && (plain[token] & bits) != 0;
    }

    /// Whether a stretch is the whole text but for blanks and quotes around it.
    boolean whole(int from, int to) {
        return from <= firstCharacter() && to >= lastCharacter();
    }

    int firstCharacter() {
        return tokens.count == 0 ? 0 : tokens.start[0];
    }

    int lastCharacter() {
        return tokens.count == 0 ? 0 : tokens.end[tokens.count - 1];
    }

    /// The first token that starts at or after a character; soon found near the token that is being asked for.
    int tokenAt(int character) {
        int token = Math.min(asked, tokens.count);
        while (token < tokens.count && tokens.start[token] < character) {
            token++;
        }
        while (token > 0 && tokens.start[token - 1] >= character) {
            token--;
        }
        return token;
    }

    /// What the words before and after a stretch say about its being of `type`.
    double neighbours(FindingType type, int from, int to) {
        int bit = Vocabulary.bit(type) | (type == FindingType.PERSON ? Vocabulary.NAME | Vocabulary.PERSONS : 0);
        double after = after(bit, tokenAt(to), to);
        int token = tokenAt(from) - 1;
        boolean direct = true;
        boolean assigned = false;
        double before = 0;
        for (int steps = 0; token >= 0 && steps < MOST_TOKENS && from - tokens.end[token] <= REACH; steps++) {
            if (tokens.kind[token] == Tokens.WORD) {
                int said = label(token);
                int taken = Math.max(1, said >>> 28);
                int bits = said & 0xFFF_FFFF;
                boolean closing = (bits & Vocabulary.CLOSE) != 0 && type == FindingType.PERSON;
                if (closing && steps <= 2) {
                    return before + after + LABELLED;
                }
                if ((bits & bit) != 0) {
                    return before + after + (direct ? LABELLED : NEAR - 0.5 * Math.min(4, steps / 3));
                }
                // `numéro de sécurité sociale de Jean Dupont`: the number is still to come.
                int others = assigned ? NOT_OF_SOMEBODY : type == FindingType.PERSON ? 0 : OF_NUMBERS;
                boolean otherwise = (bits & others) != 0 && (bits & (Vocabulary.STOP | Vocabulary.TEXT)) == 0;
                boolean coded = (bits & (Vocabulary.CODE | Vocabulary.OPAQUE)) != 0;
                if (direct && (otherwise || coded)) {
                    before += coded ? LABELLED_AS_CODE : LABELLED_OTHERWISE;
                    direct = false;
                } else if ((bits & Vocabulary.STOP) == 0 && tokens.size(token) > 1) {
                    direct = false;
                }
                token -= taken;
            } else {
                char c = tokens.first(token);
                if (c == '\n' || c == ';' || c == '{' || c == '}') {
                    break;
                }
                assigned |= c == ':' || c == '=';
                direct &= ":=\"'#-_([.>/\\".indexOf(c) >= 0;
                token--;
            }
        }
        return before + after;
    }

    private double after(int bit, int token, int to) {
        for (int i = token; i < Math.min(tokens.count, token + 3) && tokens.start[i] - to < 16; i++) {
            if (tokens.kind[i] == Tokens.WORD && (meant[i] & bit) != 0) {
                return tokens.mark(i + 1, ':') || tokens.mark(i + 1, '=') ? 0 : AFTER;
            }
        }
        return 0;
    }

    /// What the label that ends with this word means, in the low bits, and how many tokens it takes, from bit 28 on.
    int label(int token) {
        if (labels[token] == 0) {
            labels[token] = longestLabel(token);
        }
        return labels[token];
    }

    /// Whether two words together are what no person is called: `Hugo Boss`.
    boolean thing(int first, int second) {
        long both = Words.joined(tokens.hash[first], tokens.hash[second], tokens.size(second));
        return (vocabulary.label(both) & Vocabulary.NOT_PERSON) != 0;
    }

    private int longestLabel(int token) {
        long hash = tokens.hash[token];
        int letters = tokens.size(token);
        int best = meant[token];
        int taken = 1;
        int at = token;
        for (int words = 1; words < 4; words++) {
            int previous = at - 1;
            if (tokens.mark(previous, '_')
                    || tokens.mark(previous, '-')
                    || tokens.mark(previous, '.')
                    || tokens.mark(previous, '\'')) {
                previous--;
            }
            if (!tokens.is(previous, Tokens.WORD) || tokens.start[at] - tokens.end[previous] > 2) {
                break;
            }
            hash = Words.joined(tokens.hash[previous], hash, letters);
            letters += tokens.size(previous);
            int bits = vocabulary.label(hash);
            if (bits != 0) {
                best = bits;
                taken = token - previous + 1;
            }
            at = previous;
        }
        return best & 0xFFF_FFFF | taken << 28;
    }
}
