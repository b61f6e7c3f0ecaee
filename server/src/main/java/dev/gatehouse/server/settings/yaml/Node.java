package dev.gatehouse.server.settings.yaml;

import java.util.List;
import java.util.Optional;

/// One value of the configuration with its place.
public sealed interface Node {
    Place place();

    /// What the value is, in the words of a message.
    String described();

    /// @param text the value as text, whatever its type
    /// @param content where the text begins, behind a quote or below a `|`
    /// @param exact whether places inside the text can be told
    record Scalar(Place place, String text, Type type, Place content, boolean exact) implements Node {
        /// The types of the YAML 1.2 core schema.
        public enum Type {
            TEXT,
            WHOLE,
            DECIMAL,
            FLAG,
            NULL
        }

        /// Where line `line`, column `column` of the text (both from one) stands in the file.
        public Place inside(int line, int column) {
            if (!exact) {
                return place;
            }
            boolean below = content.line() != place.line();
            int start = line == 1 || below ? content.column() : 1;
            return new Place(place.file(), content.line() + line - 1, start + column - 1);
        }

        @Override
        public String described() {
            return switch (type) {
                case TEXT -> "`" + withoutPassword(text) + "`";
                case WHOLE, DECIMAL -> "the number " + text;
                case FLAG -> "`" + text + "` (yes or no)";
                case NULL -> "nothing";
            };
        }

        /// A mistake is printed and logged; a password that somebody wrote into a URL is not to be told with it.
        private static String withoutPassword(String url) {
            return url.replaceFirst("(://[^/@:]*):.*@", "$1:***@").replaceAll("(password=)[^&]*", "$1***");
        }
    }

    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    record Mapping(Place place, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(e -> e.key().equals(key)).findFirst();
        }

        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value);
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /// @param place where the key stands
    record Entry(Place place, String key, Node value) {}

    /// The value under `key` when this is a mapping that has it.
    default Optional<Node> at(String key) {
        return this instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    /// The items of a list; a single value counts as a list of one.
    default List<Node> items() {
        return this instanceof Sequence sequence ? sequence.items : List.of(this);
    }

    /// The text of a scalar, or empty.
    default Optional<String> asText() {
        return this instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }
}
