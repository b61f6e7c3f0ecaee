package dev.gatehouse.detection;

/// Postal addresses: a street with a number in the order of its language, with post code and town where they follow.
final class AddressRecogniser implements Recogniser {
    private static final int MOST_TOKENS = 24;
    private static final int LONGEST = 200;
    private static final double PLACE = 1.5;
    private static final double PLACED = 0.6;
    /// Longer words in small letters end the name of a street that has begun: `Rue de la Paix on Tuesday 5`.
    private static final int LONGEST_PARTICLE = 5;

    @Override
    public int at(Cell cell, int token, Candidates found) {
        return street(cell, token, found);
    }

    static void whole(Cell cell, Candidates found) {
        if (cell.column.placesSomebody()) {
            place(cell, found);
        }
        if (cell.column.names(FindingType.ADDRESS) && cell.tokens.has(Tokens.HAS_WORD)) {
            cell.settled |= 1 << Starts.STREET | 1 << Starts.NAME;
            ofColumn(cell, found);
        }
    }

    /// A town or a post code, where somebody lives.
    private static void place(Cell cell, Candidates found) {
        var tokens = cell.tokens;
        int length = cell.lastCharacter() - cell.firstCharacter();
        boolean code = tokens.has(Tokens.HAS_NUMBER) && length >= 3 && length <= 10;
        boolean town = !tokens.has(Tokens.HAS_NUMBER | Tokens.HAS_AT)
                && tokens.has(Tokens.HAS_WORD)
                && length >= 2
                && length <= 60
                && Character.isUpperCase(tokens.text[cell.firstCharacter()]);
        if (code || town) {
            found.accept(FindingType.ADDRESS, cell.firstCharacter(), cell.lastCharacter(), PLACE);
        }
    }

    /// A value that is not a mere number or code, in a column of addresses.
    private static void ofColumn(Cell cell, Candidates found) {
        var tokens = cell.tokens;
        int letters = 0;
        boolean letter = false;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.WORD) {
                letters += tokens.size(i);
                letter |= tokens.size(i) > 2;
            }
        }
        int length = cell.lastCharacter() - cell.firstCharacter();
        boolean place = letters >= 3 && letter && length >= 5 && length <= LONGEST && !tokens.has(Tokens.HAS_AT);
        boolean nothing =
                tokens.count == 1 && (cell.plain(0, Vocabulary.NOT_NAME) || !Character.isUpperCase(tokens.text[0]));
        if (place && !nothing) {
            double shape = tokens.has(Tokens.HAS_NUMBER) ? -1 : tokens.count > 1 ? -3 : -4;
            found.accept(
                    FindingType.ADDRESS,
                    cell.firstCharacter(),
                    cell.lastCharacter(),
                    shape + cell.column.evidence(FindingType.ADDRESS));
        }
    }

    /// Tries a street at a word; returns the token to go on with.
    private static int street(Cell cell, int word, Candidates found) {
        var tokens = cell.tokens;
        boolean glued = tokens.is(word + 1, Tokens.NUMBER) && tokens.touchesNext(word);
        boolean numbered = !glued && house(tokens, word + 1);
        if (numbered && AddressParts.suffixed(tokens, word) && !AddressParts.road(tokens, word)) {
            return extend(cell, leadingWords(cell, word), numberEnd(tokens, word + 1), found, 2);
        }
        if (cell.plain(word, Vocabulary.STREET_AFTER)) {
            int before = leadingWords(cell, word);
            boolean numberFirst = before > 0
                    && tokens.is(before - 1, Tokens.NUMBER)
                    && tokens.size(before - 1) <= 5
                    && tokens.start[before] - tokens.end[before - 1] <= 2;
            int behind = tokens.mark(word + 1, '.') ? word + 2 : word + 1;
            if (before < word && numberFirst && Character.isUpperCase(tokens.first(before))) {
                return extend(cell, before - 1, behind - 1, found, 1.8);
            }
            if (before < word && !glued && house(tokens, behind)) {
                return extend(cell, before, numberEnd(tokens, behind), found, 1.5);
            }
        }
        if (!glued && !tokens.joined(word) && cell.plain(word, Vocabulary.STREET_BEFORE)) {
            return streetBefore(cell, word, found);
        }
        return numbered ? placed(cell, word, found) : word + 1;
    }

    /// `Ilica 158, 10000 Zagreb`: what no list calls a street, with a number, a post code and a town behind it.
    private static int placed(Cell cell, int word, Candidates found) {
        var tokens = cell.tokens;
        int last = numberEnd(tokens, word + 1);
        boolean street = Character.isUpperCase(tokens.first(word))
                && tokens.size(word) > 2
                && !cell.plain(word, Vocabulary.NOT_NAME)
                && (cell.meant[word] & (Vocabulary.CODE | Vocabulary.OPAQUE)) == 0;
        return street && AddressParts.placed(cell, last)
                ? extend(cell, leadingWords(cell, word), last, found, PLACED)
                : word + 1;
    }

    /// `rue de la Paix`, `Calle Mayor 5`, `ul. Długa 7`, `12 avenue Foch`.
    private static int streetBefore(Cell cell, int word, Candidates found) {
        var tokens = cell.tokens;
        int i = word + 1;
        int names = 0;
        while (i < tokens.count && names < 6 && tokens.start[i] - tokens.end[i - 1] <= 1) {
            if (tokens.kind[i] == Tokens.WORD) {
                boolean capital = Character.isUpperCase(tokens.first(i));
                if (!capital && names > 0 && tokens.size(i) > LONGEST_PARTICLE) {
                    break;
                }
                names += capital ? 1 : 0;
            } else if (names == 0 && dated(tokens, i)) {
                names++;
                i++;
            } else if (tokens.kind[i] == Tokens.NUMBER || ".'’-/".indexOf(tokens.first(i)) < 0) {
                break;
            }
            i++;
        }
        int first = AddressParts.numberBefore(tokens, word);
        boolean before = first >= 0;
        boolean strong = tokens.size(word) > 2
                || (tokens.mark(word + 1, '.') || tokens.mark(word + 1, '/'))
                        && (tokens.size(word) > 1 || Character.isUpperCase(tokens.first(word)));
        int number = tokens.mark(i, ',') || tokens.mark(i, '№') ? i + 1 : i;
        number = cell.plain(number, Vocabulary.HOUSE) ? tokens.mark(number + 1, '.') ? number + 2 : number + 1 : number;
        if (names > 0 && strong && house(tokens, number)) {
            return extend(cell, before ? first : word, numberEnd(tokens, number), found, 1.6);
        }
        return names > 0 && before && strong ? extend(cell, first, i - 1, found, 1.6) : word + 1;
    }

    /// `ul. 3 Maja`: a day that a street is called after.
    private static boolean dated(Tokens tokens, int token) {
        return tokens.is(token, Tokens.NUMBER)
                && tokens.size(token) <= 2
                && tokens.is(token + 1, Tokens.WORD)
                && tokens.start[token + 1] - tokens.end[token] == 1
                && tokens.size(token + 1) > 2
                && Character.isUpperCase(tokens.first(token + 1));
    }

    /// The first of up to three capitalised words that lead to this one.
    private static int leadingWords(Cell cell, int word) {
        var tokens = cell.tokens;
        int first = word;
        while (word - first < 7) {
            if (tokens.mark(first - 1, '-')
                    && tokens.touchesPrevious(first)
                    && tokens.is(first - 2, Tokens.WORD)
                    && Character.isUpperCase(tokens.first(first - 2))) {
                first -= 2;
                continue;
            }
            int ordinal = AddressParts.ordinalBefore(tokens, first);
            if (ordinal >= 0) {
                first = ordinal;
                continue;
            }
            boolean leads = tokens.is(first - 1, Tokens.WORD)
                    && tokens.start[first] - tokens.end[first - 1] <= 1
                    && Character.isUpperCase(tokens.first(first - 1))
                    && (!cell.plain(first - 1, Vocabulary.NOT_NAME)
                            || cell.plain(first - 1, Vocabulary.LAST | Vocabulary.STREET_BEFORE));
            if (!leads) {
                break;
            }
            first--;
        }
        return first;
    }

    private static boolean house(Tokens tokens, int token) {
        int at = tokens.mark(token, '.') || tokens.mark(token, ',') ? token + 1 : token;
        return tokens.is(at, Tokens.NUMBER) && tokens.size(at) <= 4 && tokens.start[at] - tokens.end[at - 1] <= 1;
    }

    /// `12`, `12a`, `12/3`, `12-14`, `12 B`: the last token of a house number.
    private static int numberEnd(Tokens tokens, int token) {
        int last = tokens.mark(token, '.') || tokens.mark(token, ',') ? token + 1 : token;
        while (true) {
            int next = last + 1;
            boolean letter = tokens.is(next, Tokens.WORD)
                    && tokens.size(next) == 1
                    && tokens.start[next] - tokens.end[last] <= 1;
            boolean joined = (tokens.mark(next, '/') || tokens.mark(next, '-'))
                    && tokens.touchesNext(last)
                    && tokens.touchesNext(next)
                    && (tokens.is(next + 1, Tokens.NUMBER)
                            || tokens.is(next + 1, Tokens.WORD) && tokens.size(next + 1) == 1);
            if (!letter && !joined) {
                return last;
            }
            last = letter ? next : next + 1;
        }
    }

    /// Goes on over a flat, a post code and a town, and proposes the whole.
    private static int extend(Cell cell, int first, int last, Candidates found, double shape) {
        var tokens = cell.tokens;
        int end = last;
        double score = shape;
        boolean code = false;
        int i = last + 1;
        int commas = 0;
        while (i < tokens.count && i - last < MOST_TOKENS && tokens.start[i] - tokens.end[i - 1] <= 2) {
            boolean hyphen = tokens.mark(i, '-') && tokens.touchesPrevious(i) && tokens.touchesNext(i);
            boolean ordinal = tokens.mark(i, '.') && tokens.is(i - 1, Tokens.NUMBER) && tokens.mark(i + 1, ',');
            if (province(tokens, i)) {
                end = i + 2;
                break;
            }
            int floor = AddressParts.floor(tokens, i);
            if (floor >= 0) {
                end = floor;
                i = floor + 1;
                continue;
            }
            if (tokens.mark(i, ',') && commas++ < 4
                    || hyphen
                    || ordinal
                    || tokens.mark(i, '.') && cell.plain(i - 1, Vocabulary.HOUSE)) {
                i++;
                continue;
            }
            boolean number = tokens.kind[i] == Tokens.NUMBER
                    && (tokens.size(i) >= 2 && tokens.size(i) <= 6
                            || cell.plain(i - 1, Vocabulary.HOUSE)
                            || tokens.mark(i - 1, '.') && cell.plain(i - 2, Vocabulary.HOUSE))
                    && !tokens.startsWith(tokens.end[i - 1], "\n");
            boolean town = tokens.kind[i] == Tokens.WORD
                    && Character.isUpperCase(tokens.first(i))
                    && (code || cell.plain(i, Vocabulary.CITY) || commas > 0)
                    && (!cell.plain(i, Vocabulary.NOT_NAME)
                            || cell.plain(i, Vocabulary.CITY)
                            || commas > 0 && townFollows(cell, i));
            boolean country =
                    tokens.kind[i] == Tokens.WORD && tokens.size(i) <= 2 && Character.isUpperCase(tokens.first(i));
            int behind = tokens.mark(i + 1, '.') ? i + 2 : i + 1;
            boolean flat = cell.plain(i, Vocabulary.HOUSE) && (commas > 0 || tokens.is(behind, Tokens.NUMBER));
            boolean half = british(tokens, i, end);
            if (!number && !town && !country && !flat && !half && !bound(tokens, i, code || commas > 0)) {
                break;
            }
            score += number && tokens.size(i) >= 4 && !code ? 1 : 0;
            score += cell.plain(i, Vocabulary.CITY) ? 1 : 0;
            code |= number && tokens.size(i) >= 3;
            if (number || town || country || flat || half) {
                end = i;
            }
            i++;
        }
        found.propose(FindingType.ADDRESS, tokens.start[first], tokens.end[end], Math.min(4, score));
        return end + 1;
    }

    /// `(TO)` behind an Italian town.
    private static boolean province(Tokens tokens, int open) {
        return tokens.mark(open, '(')
                && tokens.is(open + 1, Tokens.WORD)
                && tokens.size(open + 1) == 2
                && Character.isUpperCase(tokens.first(open + 1))
                && tokens.mark(open + 2, ')');
    }

    /// The digits and letters of a British post code, which are written together: `SW1A 1AA`.
    private static boolean british(Tokens tokens, int token, int last) {
        boolean letters = tokens.is(token, Tokens.WORD)
                && tokens.size(token) <= 2
                && tokens.touchesPrevious(token)
                && tokens.is(token - 1, Tokens.NUMBER)
                && Character.isUpperCase(tokens.first(token));
        boolean digits = tokens.is(token, Tokens.NUMBER)
                && tokens.size(token) <= 2
                && (tokens.touchesPrevious(token) || last == token - 1 && tokens.touchesNext(token))
                && tokens.is(token - 1, Tokens.WORD)
                && tokens.size(token - 1) <= 2;
        return letters || digits;
    }

    /// A small word inside a town's name: `Póvoa de Varzim`, `Neunburg vorm Wald`, `Traore-sur-Mer`.
    private static boolean bound(Tokens tokens, int token, boolean inTown) {
        int next = tokens.mark(token + 1, '-') ? token + 2 : token + 1;
        return inTown
                && tokens.is(token, Tokens.WORD)
                && tokens.size(token) <= 5
                && (tokens.is(token - 1, Tokens.WORD) || tokens.mark(token - 1, '-'))
                && tokens.is(next, Tokens.WORD)
                && tokens.start[next] - tokens.end[token] <= 1
                && Character.isUpperCase(tokens.first(next))
                && tokens.size(next) > 2;
    }

    /// `New Hampton`, `South Shields`: what is no name by itself begins a town's.
    private static boolean townFollows(Cell cell, int token) {
        var tokens = cell.tokens;
        int next = token + 1;
        return tokens.is(next, Tokens.WORD)
                && tokens.start[next] - tokens.end[token] == 1
                && Character.isUpperCase(tokens.first(next))
                && !cell.plain(next, Vocabulary.NOT_NAME);
    }
}
