package dev.gatehouse.server.settings.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the value of a key looks like.
public sealed interface Shape {
    /// One scalar.
    sealed interface Leaf extends Shape {
        /// What is expected, in the words of a message.
        String expects();
    }

    /// `true` or `false`.
    record Flag() implements Leaf {
        @Override
        public String expects() {
            return "`true` or `false`";
        }
    }

    /// A whole number within bounds.
    record Whole(long least, long most) implements Leaf {
        @Override
        public String expects() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /// Text of a kind, such as a duration.
    record Formatted(Format<?> format) implements Leaf {
        @Override
        public String expects() {
            return format.expects();
        }
    }

    /// One of a few words.
    record Word(List<String> words) implements Leaf {
        public Word {
            words = List.copyOf(words);
        }

        @Override
        public String expects() {
            return "one of " + String.join(", ", words);
        }
    }

    /// Text of any form, of which only the meaning can be checked.
    record Text(Meaning meaning) implements Leaf {
        @Override
        public String expects() {
            return meaning.expects();
        }
    }

    /// What a text stands for.
    enum Meaning {
        ANY("text (put it in quotes)"),
        /// A path that the gateway writes to, relative to the file that names it
        PLACE("a path"),
        /// A path to something that the gateway reads, so that it should exist
        INPUT("a path"),
        /// Who is meant
        SELECTOR("who: `*`, `user:ID`, `group:NAME` or `kind:person|agent|service`"),
        /// One category of data, such as `contact.email`
        CATEGORY("a category such as `contact.email`"),
        /// A pattern of categories, such as `contact.*`
        CATEGORIES("a category or a pattern such as `contact.*`"),
        /// One configured connection
        CONNECTION("a connection's name"),
        /// Connections: a name, a glob or `label:key=value`
        CONNECTIONS("a connection's name, a pattern or `label:key=value`"),
        /// A CEL expression over the facts of an operation
        CONDITION("a condition such as `sql.effect == 'read'` (as text, in quotes)");

        private final String expects;

        Meaning(String expects) {
            this.expects = expects;
        }

        String expects() {
            return expects;
        }
    }

    /// Where a secret is kept: `{ file: … }` or `{ env: … }`, never the secret itself.
    record SecretPlace() implements Shape {}

    /// A text that may be a secret: written as it is where it is none, else where it is kept.
    record SecretOr(Format<?> plain) implements Shape {}

    record ListOf(Shape of) implements Shape {}

    /// One value, or a list of such values.
    record OneOrMore(Shape of) implements Shape {}

    /// A mapping whose keys the writer chooses.
    ///
    /// @param keyName what a key is, for the reference page
    record MapOf(String keyName, Format<?> key, Shape of) implements Shape {}

    /// A mapping with known keys.
    record Part(Section section) implements Shape {}

    /// A short form, or a mapping with more to say.
    record ShortOr(Shape brief, Section section) implements Shape {}

    /// Not looked into.
    record Anything() implements Shape {}

    static Shape text() {
        return new Text(Meaning.ANY);
    }

    static Shape text(Meaning meaning) {
        return new Text(meaning);
    }

    static Shape selectors() {
        return new OneOrMore(new Text(Meaning.SELECTOR));
    }

    static Shape word(Enum<?>[] values) {
        return new Word(Arrays.stream(values).map(Shape::wordOf).toList());
    }

    static Shape formatted(Format<?> format) {
        return new Formatted(format);
    }

    /// An enum constant as it is written in a configuration: lower case, with hyphens.
    static String wordOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
