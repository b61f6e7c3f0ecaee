package dev.gatehouse.detection;

import dev.gatehouse.detection.Column.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what the names of columns and tables say in 25 languages, and remembers it. One thread.
public final class Columns {
    private static final int REMEMBERED = 4096;
    private static final int LONGEST_PHRASE = 4;
    /// Shorter parts of compound words say nothing by themselves.
    private static final int SHORTEST_PART = 4;
    /// Dates have names of their own: `narozeni_datum` says birth and then date, which unsays nothing.
    private static final int BIRTH = Vocabulary.bit(FindingType.DATE_OF_BIRTH);

    private static final int USER = Vocabulary.bit(FindingType.USERNAME);

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|(?<=\\p{L})(?=\\p{N})");

    private final Vocabulary vocabulary;
    private final Map<Key, Column> known = new HashMap<>();
    /// What names of columns say, and those of tables, without each other.
    private final Map<String, Integer> meanings = new HashMap<>();

    private final Map<String, Integer> tables = new HashMap<>();

    private record Key(String table, String name, String type) {}

    Columns(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @param table its name, with or without schema, or empty
    /// @param name the column's or key's
    /// @param type the SQL type as the database writes it, or empty
    public Column of(String table, String name, String type) {
        var key = new Key(table, name, type);
        Column column = known.get(key);
        if (column == null) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            int meaning = remembered(meanings, name, asked -> meaning(words(asked)));
            int people = remembered(tables, table, asked -> anyOf(words(asked)));
            column = Column.of(Fold.of(name), meaning, people, kind(type));
            known.put(key, column);
        }
        return column;
    }

    private static int remembered(Map<String, Integer> of, String name, ToIntFunction<String> read) {
        Integer bits = of.get(name);
        if (bits == null) {
            if (of.size() >= REMEMBERED) {
                of.clear();
            }
            bits = read.applyAsInt(name);
            of.put(name, bits);
        }
        return bits;
    }

    static List<String> words(String name) {
        var words = new ArrayList<String>();
        for (String part : BETWEEN.split(CAMEL.matcher(name).replaceAll("_"), -1)) {
            if (!part.isEmpty()) {
                words.add(Fold.of(part));
            }
        }
        return words;
    }

    private int anyOf(List<String> words) {
        int bits = 0;
        for (String word : words) {
            int own = vocabulary.label(word);
            bits |= own != 0 ? own : compound(word);
        }
        return bits;
    }

    /// The longest phrases from left to right; the last type named wins, unless a modifier follows it.
    private int meaning(List<String> words) {
        int meaning = 0;
        int types = 0;
        int i = 0;
        while (i < words.size()) {
            int taken = Math.min(LONGEST_PHRASE, words.size() - i);
            int bits = 0;
            for (; taken > 0; taken--) {
                bits = phrase(words.subList(i, i + taken));
                if (bits != 0) {
                    break;
                }
            }
            if (taken == 0) {
                bits = stem(words.get(i));
                bits = bits != 0 ? bits : compound(words.get(i));
                taken = 1;
            }
            if (types != 0
                    && (bits & (types == BIRTH ? Vocabulary.MODIFIER : Vocabulary.MODIFIER | Vocabulary.OPAQUE)) != 0
                    && (bits & Vocabulary.TYPES) == 0) {
                types = 0;
                bits &= ~Vocabulary.NAME;
            }
            types = (bits & Vocabulary.TYPES) != 0 ? chosen(types, bits & Vocabulary.TYPES) : types;
            i += taken;
            // `hotel_guest`: somebody, though of something.
            boolean somebody =
                    i == words.size() && (bits & (Vocabulary.PERSONS | Vocabulary.NOT_PERSON)) == Vocabulary.PERSONS;
            meaning = (somebody ? meaning & ~Vocabulary.NOT_PERSON : meaning) | bits & ~Vocabulary.TYPES;
        }
        return meaning & ~lost(meaning, types) | types;
    }

    /// As written, with `ue` for `ü`, or with what its short words stand for.
    private int phrase(List<String> words) {
        String joined = String.join("", words);
        int bits = vocabulary.label(joined);
        bits = bits != 0 ? bits : vocabulary.label(Vocabulary.plainer(joined));
        if (bits == 0) {
            String full = words.stream()
                    .map(word -> vocabulary.shortened.getOrDefault(word, word))
                    .collect(Collectors.joining());
            bits = full.equals(joined) ? 0 : vocabulary.label(full);
            bits = bits != 0 || full.equals(joined) ? bits : stem(full);
        }
        return bits;
    }

    /// A word that begins as words for one thing do, in whatever form.
    private int stem(String word) {
        String plain = Vocabulary.plainer(word);
        for (int to = plain.length(); to >= SHORTEST_PART; to--) {
            int bits = vocabulary.stem(plain.substring(0, to));
            if (bits != 0) {
                return bits;
            }
        }
        return 0;
    }

    /// `email_address` is no address and `address_email` neither: what has a shape of its own wins over what has none.
    /// `user` is whose it is rather than what: `user_first_name`.
    private static int chosen(int before, int now) {
        int loose = Vocabulary.bit(FindingType.ADDRESS) | Vocabulary.bit(FindingType.PERSON) | USER;
        return (before & ~loose) != 0 && (now & ~loose) == 0 ? before : now;
    }

    /// A type that is named outright is not unsaid by a word of another kind beside it: `order_email`.
    private static int lost(int meaning, int types) {
        int lost = types != 0 || (meaning & Vocabulary.TEXT) != 0
                ? Vocabulary.CODE | Vocabulary.OPAQUE | Vocabulary.NOT_PERSON
                : 0;
        boolean nameOfThing = (meaning & Vocabulary.NAME) != 0 && (meaning & Vocabulary.NOT_PERSON) != 0;
        return nameOfThing && types == 0 ? Vocabulary.PERSONS : lost;
    }

    /// A word that is written together from known ones, as in `kundenemail`: its end says what it is.
    private int compound(String word) {
        for (int from = 1; from <= word.length() - SHORTEST_PART; from++) {
            int bits = vocabulary.label(word.substring(from));
            if (bits != 0 && (bits & Vocabulary.STOP) == 0) {
                return bits | head(word.substring(0, from));
            }
        }
        return head(word);
    }

    private int head(String word) {
        for (int to = word.length() - 1; to >= SHORTEST_PART; to--) {
            int bits = vocabulary.label(word.substring(0, to));
            boolean filled = (vocabulary.label(word.substring(to)) & Vocabulary.STOP) != 0;
            if ((bits & Vocabulary.TYPES) != 0 && filled) {
                return bits;
            }
            if ((bits & (Vocabulary.PERSONS | Vocabulary.NOT_PERSON | Vocabulary.CODE)) != 0) {
                return bits & ~Vocabulary.TYPES;
            }
        }
        return 0;
    }

    private static Kind kind(String type) {
        String name = type.toLowerCase(Locale.ROOT).strip();
        int end = 0;
        while (end < name.length() && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '_')) {
            end++;
        }
        return switch (name.substring(0, end)) {
            case "json", "jsonb" -> Kind.JSON;
            case "smallint",
                    "integer",
                    "int",
                    "bigint",
                    "int2",
                    "int4",
                    "int8",
                    "numeric",
                    "decimal",
                    "tinyint",
                    "mediumint",
                    "serial",
                    "bigserial",
                    "number" -> Kind.NUMBER;
            case "date" -> Kind.DATE;
            case "inet", "cidr", "macaddr", "macaddr8" -> Kind.NETWORK;
            case "bool",
                    "boolean",
                    "uuid",
                    "timestamp",
                    "timestamptz",
                    "time",
                    "timetz",
                    "interval",
                    "datetime",
                    "float",
                    "float4",
                    "float8",
                    "real",
                    "double",
                    "money",
                    "bit",
                    "varbit",
                    "oid" -> Kind.CLOSED;
            default -> Kind.TEXT;
        };
    }
}
