package dev.gatehouse.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What words mean: as labels (of columns, keys, or beside a value), and as parts of names, addresses and dates.
///
/// Immutable once loaded; about a millisecond to load, shared by all.
final class Vocabulary {
    /// Labels: the lowest bits are [FindingType]s by ordinal, then these.
    static final int TYPES = (1 << FindingType.values().length) - 1;

    /// `name` alone: of a person or of a thing.
    static final int NAME = 1 << 18;
    /// People as a table.
    static final int PERSONS = 1 << 19;
    /// Things that have names.
    static final int NOT_PERSON = 1 << 20;
    /// Numbers of orders, articles, amounts.
    static final int CODE = 1 << 21;
    /// Hashes, versions, moments.
    static final int OPAQUE = 1 << 22;
    /// What a label loses its meaning by: `phone_type`.
    static final int MODIFIER = 1 << 23;

    static final int TEXT = 1 << 24;
    /// Words that stand between a label and its value.
    static final int STOP = 1 << 25;
    /// Ends a letter; who wrote it follows.
    static final int CLOSE = 1 << 26;
    /// Towns and post codes: where somebody lives, in a table of people.
    static final int PLACE = 1 << 27;
    /// Of [#STOP], those that end a label before its value: `passport number …`, `login id …`.
    static final int ENDING = 1 << 28;

    /// Plain words.
    static final int FIRST = 1;

    static final int LAST = 1 << 1;
    static final int TITLE = 1 << 2;
    static final int AMBIGUOUS = 1 << 3;
    static final int NOT_NAME = 1 << 4;
    static final int STREET_SUFFIX = 1 << 5;
    static final int STREET_AFTER = 1 << 6;
    static final int STREET_BEFORE = 1 << 7;
    static final int HOUSE = 1 << 8;
    static final int CITY = 1 << 9;
    /// Twelve bits from here on.
    private static final int MONTH_SHIFT = 10;

    static final int MONTH = 0xFFF << MONTH_SHIFT;
    /// What companies are and call themselves: `GmbH`, `Holding`, `Hotel`.
    static final int FORM = 1 << 22;
    /// Among [#TITLE]: stands before other words than names as well, `Dear Customer`.
    static final int GREETING = 1 << 23;

    /// What each word is as a label, in the upper half, and as a plain word, in the lower.
    final Words words = new Words();
    /// Beginnings of labels.
    private final Words stems = new Words();
    /// Long forms of short words in names of columns.
    final Map<String, String> shortened = new HashMap<>();
    private static final String STEM = "STEM ";
    private static final String SHORT = "SHORT";
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final int LONG = 4;
    private static final Pattern DIGRAPH = Pattern.compile("([aou])e");

    private Vocabulary() {}

    static Vocabulary load() {
        var vocabulary = new Vocabulary();
        read(
                "words.txt",
                key -> key.startsWith(STEM) || key.equals(SHORT) ? 0 : named(key),
                (word, bits) -> vocabulary.words.add(word, (long) bits << 32));
        read("words.txt", key -> key.startsWith(STEM) ? named(key.substring(STEM.length())) : 0, vocabulary.stems::add);
        lines("words.txt")
                .filter(line -> line.startsWith(SHORT))
                .map(line -> line.substring(SHORT.length() + 1).strip().split(" ", -1))
                .forEach(pair -> vocabulary.shortened.put(pair[0], pair[1]));
        ObjIntConsumer<String> plain = vocabulary.words::add;
        read("names.txt", Vocabulary::plain, plain);
        read("streets.txt", Vocabulary::plain, plain);
        read("months.txt", month -> 1 << (MONTH_SHIFT - 1 + Integer.parseInt(month)), plain);
        return vocabulary;
    }

    int label(long hash) {
        return (int) (words.get(hash) >>> 32);
    }

    int label(String word) {
        return (int) (words.get(word) >>> 32);
    }

    int stem(String beginning) {
        return (int) stems.get(beginning);
    }

    static int bit(FindingType type) {
        return 1 << type.index();
    }

    private static int named(String key) {
        return switch (key) {
            case "NAME" -> NAME;
            case "PERSONS" -> PERSONS;
            case "NOTPERSON" -> NOT_PERSON;
            case "CODE" -> CODE;
            case "OPAQUE" -> OPAQUE;
            case "MODIFIER" -> MODIFIER;
            case "TEXT" -> TEXT;
            case "STOP" -> STOP;
            case "CLOSE" -> CLOSE;
            case "PLACE" -> PLACE;
            case "ENDING" -> ENDING;
            default -> bit(FindingType.valueOf(key));
        };
    }

    private static int plain(String key) {
        return switch (key) {
            case "FIRST" -> FIRST;
            case "LAST" -> LAST;
            case "TITLE" -> TITLE;
            case "AMBIGUOUS" -> AMBIGUOUS;
            case "NOTNAME" -> NOT_NAME;
            case "SUFFIX" -> STREET_SUFFIX;
            case "AFTER" -> STREET_AFTER;
            case "BEFORE" -> STREET_BEFORE;
            case "HOUSE" -> HOUSE;
            case "CITY" -> CITY;
            case "FORM" -> FORM;
            case "GREETING" -> TITLE | GREETING;
            default -> throw new IllegalStateException("no list of words is called " + key);
        };
    }

    private static void read(String resource, ToIntFunction<String> meaning, ObjIntConsumer<String> add) {
        lines(resource).forEach(line -> {
            int colon = line.indexOf(':');
            int bits = meaning.applyAsInt(line.substring(0, colon));
            if (bits != 0) {
                for (String word : line.substring(colon + 1).strip().split(" +", -1)) {
                    String bare = NOT_A_LETTER.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
                    add.accept(bare, bits);
                    add.accept(plainer(bare), bits);
                }
            }
        });
    }

    /// As æ, ø, ü and ß are folded: `ae` is `a`. Not of short words: `ssn` is not `sn`.
    static String plainer(String word) {
        return word.length() < LONG || word.indexOf('e') < 0 && word.indexOf('s') < 0
                ? word
                : DIGRAPH.matcher(word).replaceAll("$1").replace("ss", "s");
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.indexOf(':') > 0 && line.charAt(0) != '#');
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a list of words beside the classes cannot be read", unreadable);
        }
    }
}
