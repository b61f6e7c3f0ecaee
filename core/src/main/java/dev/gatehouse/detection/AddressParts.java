package dev.gatehouse.detection;

/// What addresses have in them beside the street: floors and doors, post codes with towns, ordinals. No state.
final class AddressParts {
    private static final Words DOORS = words("tv th mf sal izq izda dcha der dr ctr kl og lh rh");
    private static final Words ORDINALS = words("st nd rd th");
    /// Behind a French house number.
    private static final Words REPEATED = words("bis ter quater");
    /// `Bundesstraße 27`: a road between towns, where nobody lives.
    private static final Words ROADS = words("bundesstrasse bundesstraße landesstrasse landesstraße kreisstrasse"
            + " kreisstraße staatsstrasse staatsstraße riksvag riksvej riksveg");

    private static final Endings SUFFIXES = new Endings(
            "strasse",
            "straße",
            "strase",
            "str",
            "gasse",
            "weg",
            "platz",
            "allee",
            "ufer",
            "damm",
            "ring",
            "graben",
            "steig",
            "straat",
            "laan",
            "plein",
            "gracht",
            "kade",
            "singel",
            "gatan",
            "gata",
            "vagen",
            "vag",
            "grand",
            "torget",
            "stigen",
            "vej",
            "gade",
            "stræde",
            "veien",
            "vei",
            "gaten",
            "katu",
            "kuja",
            "polku",
            "tie",
            "utca",
            "tanav",
            "iela",
            "baan",
            "pad",
            "hof",
            "steeg",
            "dreef",
            "dijk",
            "stadt",
            "markt",
            "promenade",
            "chaussee",
            "boulevard",
            "bulevardi",
            "tori",
            "raitti");

    private AddressParts() {}

    private static Words words(String listed) {
        var words = new Words();
        for (String word : listed.split(" ", -1)) {
            words.add(word, 1);
        }
        return words;
    }

    private static boolean is(Tokens tokens, int token, Words words) {
        return tokens.is(token, Tokens.WORD) && words.get(tokens.hash[token]) != 0;
    }

    /// A street in one word: `Hauptstraße`, `Strandvejen`.
    static boolean suffixed(Tokens tokens, int word) {
        int length = tokens.size(word);
        if (length < 3 || !Character.isUpperCase(tokens.first(word))) {
            return false;
        }
        boolean joined = tokens.mark(word - 1, '-') && tokens.touchesPrevious(word);
        int suffix = SUFFIXES.of(tokens, tokens.start[word], tokens.end[word]);
        return suffix > 0 && (joined || length > 5 && length >= suffix + (suffix > 4 ? 1 : 2));
    }

    static boolean road(Tokens tokens, int word) {
        return is(tokens, word, ROADS);
    }

    /// `17 ter, avenue …`: where the house number before `word` begins, or -1.
    static int numberBefore(Tokens tokens, int word) {
        int last = tokens.mark(word - 1, ',') ? word - 2 : word - 1;
        boolean repeated = is(tokens, last, REPEATED) || tokens.is(last, Tokens.WORD) && tokens.size(last) == 1;
        int number = repeated ? last - 1 : last;
        return tokens.is(number, Tokens.NUMBER) && tokens.size(number) <= 4 ? number : -1;
    }

    /// `42nd St`: the number of the ordinal that ends right before `word`, or -1.
    static int ordinalBefore(Tokens tokens, int word) {
        boolean ordinal = is(tokens, word - 1, ORDINALS)
                && tokens.touchesPrevious(word - 1)
                && tokens.is(word - 2, Tokens.NUMBER)
                && tokens.start[word] - tokens.end[word - 1] == 1;
        return ordinal ? word - 2 : -1;
    }

    /// `7º B`, `2. tv`, `st. th`, `#7B`: the last token of a floor and door that begin here, or -1.
    static int floor(Tokens tokens, int token) {
        if (tokens.mark(token, '#') && tokens.touchesNext(token) && tokens.is(token + 1, Tokens.NUMBER)) {
            return tokens.touchesNext(token + 1) && letter(tokens, token + 2) ? token + 2 : token + 1;
        }
        boolean small = tokens.is(token, Tokens.NUMBER) && tokens.size(token) <= 2;
        if (small && tokens.touchesNext(token) && "ºª°".indexOf(tokens.first(token + 1)) >= 0) {
            boolean door = letter(tokens, token + 2) || is(tokens, token + 2, DOORS);
            return door && tokens.start[token + 2] - tokens.end[token + 1] <= 1 ? token + 2 : token + 1;
        }
        boolean ground = tokens.is(token, Tokens.WORD) && tokens.word(tokens.start[token], tokens.end[token], "st");
        boolean danish = (small || ground) && tokens.mark(token + 1, '.') && is(tokens, token + 2, DOORS);
        return danish ? token + 2 : -1;
    }

    private static boolean letter(Tokens tokens, int token) {
        return tokens.is(token, Tokens.WORD) && tokens.size(token) == 1 && Character.isUpperCase(tokens.first(token));
    }

    /// Whether a post code and a town stand behind a token, over a comma: `…, 873 08 Plzeň`, `…, 1015 AB Amsterdam`.
    static boolean placed(Cell cell, int last) {
        var tokens = cell.tokens;
        int comma = tokens.mark(last + 1, '.') ? last + 2 : last + 1;
        int code = tokens.mark(comma, ',') ? comma + 1 : -1;
        if (code < 0 || !tokens.is(code, Tokens.NUMBER)) {
            return false;
        }
        int town = code + 1;
        if (tokens.size(code) <= 3) {
            boolean second = tokens.size(code) >= 2
                    && (tokens.is(town, Tokens.NUMBER) && tokens.start[town] - tokens.end[code] == 1
                            || tokens.mark(town, '-') && tokens.is(++town, Tokens.NUMBER));
            if (!second || tokens.size(town) > 3 || tokens.size(town) < 2) {
                return false;
            }
            town++;
        } else if (tokens.size(code) > 5) {
            return false;
        } else if (tokens.is(town, Tokens.WORD) && tokens.size(town) == 2 && letters(tokens, town)) {
            town++;
        }
        return tokens.is(town, Tokens.WORD)
                && tokens.size(town) > 2
                && Character.isUpperCase(tokens.first(town))
                && tokens.start[town] - tokens.end[town - 1] == 1
                && (!cell.plain(town, Vocabulary.NOT_NAME) || cell.plain(town, Vocabulary.CITY));
    }

    private static boolean letters(Tokens tokens, int token) {
        return Character.isUpperCase(tokens.first(token)) && Character.isUpperCase(tokens.text[tokens.end[token] - 1]);
    }
}
