package dev.gatehouse.model;

import java.util.List;
import java.util.Map;

/// A configured target as rules and refusals know it. How to reach it and with which credential stays with the dialer.
///
/// @param access who may connect at all
/// @param unclassified what happens to columns nobody classified
/// @param predicates what may be asked about masked columns
/// @param purposeRequired whether a session without a purpose is refused
public record Connection(
        String name,
        String type,
        Map<String, String> labels,
        Selectors access,
        Unclassified unclassified,
        Predicates predicates,
        boolean purposeRequired) {
    public Connection {
        labels = Map.copyOf(labels);
    }

    /// The words of `unclassified:`.
    public enum Unclassified {
        MASK,
        SCAN,
        NONE
    }

    /// The words of `predicates:`.
    public enum Predicates {
        REFUSE,
        EQUALITY,
        ALLOW
    }

    /// What `on.connection` may say: a name, a glob, or `label:key=value`.
    public record Pattern(String text) {
        public static final Pattern ANY = new Pattern("*");

        public boolean matches(Connection connection) {
            if (text.startsWith("label:")) {
                List<String> pair = List.of(text.substring("label:".length()).split("=", 2));
                return pair.size() == 2
                        && pair.getLast().equals(connection.labels().get(pair.getFirst()));
            }
            return new Glob(text).matches(connection.name());
        }
    }
}
