package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Slice;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a request is for.
public sealed interface Wish {
    /// One operation that waits, or will be asked.
    record Run(Text text) implements Wish {}

    /// Going on with an answer that reached a limit.
    record Rows(Text text) implements Wish {}

    /// Everything of some effects on the connection, for a while from the approval on.
    record Window(Set<Effect> effects, Duration length) implements Wish {
        public Window {
            effects = Set.copyOf(effects);
        }
    }

    /// A statement as approvers see it.
    ///
    /// @param digest what the approval is bound to
    /// @param sql the exact text
    /// @param values the constants and the parameters, as far as they are text
    /// @param bound the parameters as they were bound; nothing where there are none, or too much to keep
    record Text(Slice digest, String sql, List<String> values, Meaning meaning, Slice bound) {
        public Text {
            values = List.copyOf(values);
        }

        public static Text of(Operation operation) {
            return Matching.text(operation);
        }
    }

    /// What the statement was understood to do.
    ///
    /// @param columns read or written, each with its category and the part it plays
    record Meaning(
            String effect,
            List<String> kinds,
            boolean filtered,
            List<String> tables,
            List<String> functions,
            List<Column> columns) {
        public Meaning {
            kinds = List.copyOf(kinds);
            tables = List.copyOf(tables);
            functions = List.copyOf(functions);
            columns = List.copyOf(columns);
        }
    }

    record Column(String name, String category, String role) {}

    /// `statement`, `rows` or `window`.
    default String kind() {
        return switch (this) {
            case Run _ -> "statement";
            case Rows _ -> "rows";
            case Window _ -> "window";
        };
    }

    /// What is asked for, in one text for people.
    default String words() {
        return switch (this) {
            case Run(Text text) -> text.sql();
            case Rows(Text text) -> text.sql();
            case Window(Set<Effect> effects, Duration length) ->
                new TreeSet<>(effects)
                                .stream()
                                        .map(effect -> effect.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(" and "))
                        + " for " + Ask.words(length);
        };
    }
}
