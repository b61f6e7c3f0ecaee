package dev.gatehouse.detection;

import java.util.Arrays;

/// What is known of a value before it is looked at: what its column's name, table and type speak for and against.
///
/// Immutable. Made by [Columns], which remembers them.
public final class Column {
    /// A value of which nothing is known.
    public static final Column UNKNOWN = new Column("", 0, 0, Kind.TEXT, new double[FindingType.values().length]);

    /// How a column's type narrows what its values can be.
    enum Kind {
        /// Anything.
        TEXT,
        /// A document whose keys are labels.
        JSON,
        NUMBER,
        DATE,
        NETWORK,
        /// Moments, booleans, UUIDs, measures: nothing is looked for.
        CLOSED
    }

    /// What speaks for the type that a name says, and against others.
    static final double NAMED = 6;

    private static final double OTHERWISE_NAMED = -3;
    /// Against everything in a column of order numbers, hashes or versions: what has no check digits does not pass.
    private static final double CODED = -5;

    private final String name;
    private final int meaning;
    private final int table;
    private final Kind kind;
    private final double[] bonus;
    /// By [FindingType#index].
    private final double[] evidence;
    /// Whether nothing but a value's own shape can make a finding of it.
    private final boolean calm;

    private Column(String name, int meaning, int table, Kind kind, double[] bonus) {
        this.name = name;
        this.meaning = meaning;
        this.table = table;
        this.kind = kind;
        this.bonus = bonus;
        evidence = new double[bonus.length];
        boolean nothingVoted = true;
        for (FindingType type : FindingType.values()) {
            evidence[type.index()] = sum(type);
            nothingVoted &= bonus[type.index()] == 0;
        }
        calm = nothingVoted && !placesSomebody();
    }

    static Column of(String name, int meaning, int table, Kind kind) {
        return new Column(name, meaning, table, kind, new double[FindingType.values().length]);
    }

    /// The same column once its rows have spoken: more for some types, never less.
    Column with(double[] more) {
        double[] sum = bonus.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += Math.max(0, more[i]);
        }
        return new Column(name, meaning, table, kind, sum);
    }

    /// The same column where whatever is doubtful counts as found.
    public Column inDoubt() {
        double[] more = new double[bonus.length];
        Arrays.fill(more, 1);
        return with(more);
    }

    Kind kind() {
        return kind;
    }

    /// Folded.
    String name() {
        return name;
    }

    /// Whether its name has this folded word in it.
    boolean named(String word) {
        return name.contains(word);
    }

    boolean names(FindingType type) {
        return (meaning & Vocabulary.bit(type)) != 0;
    }

    /// Whether its name, with its table's, says that it holds what is looked for, whatever the values are.
    public boolean looksPersonal() {
        return kind != Kind.CLOSED && (namesSomething() || evidence(FindingType.PERSON) >= NAMED);
    }

    /// Whether the name says any type.
    boolean namesSomething() {
        return (meaning & Vocabulary.TYPES) != 0;
    }

    boolean is(int label) {
        return (meaning & label) != 0;
    }

    /// The types that the name says, as bits of [Vocabulary].
    int types() {
        return meaning & Vocabulary.TYPES;
    }

    /// Whether it says the town or the post code where somebody lives: a place, in a table of people or of addresses.
    boolean placesSomebody() {
        return is(Vocabulary.PLACE)
                && !namesSomething()
                && (table & (Vocabulary.PERSONS | Vocabulary.bit(FindingType.ADDRESS))) != 0;
    }

    /// Whether a value that is of one of `types` from end to end can be judged by its shape alone: the name says none
    /// of the others.
    boolean judgedByShape(int types) {
        return calm && (meaning & Vocabulary.TYPES & ~types) == 0;
    }

    /// What the column says about a value of `type`, as log-odds.
    double evidence(FindingType type) {
        return evidence[type.index()];
    }

    private double sum(FindingType type) {
        double sum = bonus[type.index()];
        boolean network = type == FindingType.IP_ADDRESS || type == FindingType.MAC_ADDRESS;
        if (names(type) || kind == Kind.NETWORK && network) {
            return sum + NAMED;
        }
        if (namesSomething()) {
            sum += OTHERWISE_NAMED;
        }
        if (is(Vocabulary.CODE | Vocabulary.OPAQUE)) {
            sum += CODED;
        }
        if (type == FindingType.PERSON) {
            sum += ofPerson();
        }
        return kind == Kind.NUMBER ? sum - 2 : sum;
    }

    private double ofPerson() {
        if (is(Vocabulary.NOT_PERSON)) {
            return -6;
        }
        if (is(Vocabulary.NAME)) {
            boolean ofPersons = (table & Vocabulary.PERSONS) != 0 || is(Vocabulary.PERSONS);
            return ofPersons ? NAMED : (table & Vocabulary.NOT_PERSON) != 0 ? -3 : 1;
        }
        return is(Vocabulary.PERSONS) ? 3 : 0;
    }
}
