package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.postgres.Understanding;
import dev.gatehouse.sql.analysis.CopyOut;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A language of a few words: `drop…` changes definitions, `secret…` answers an e-mail address, and so does `copy…` as
/// rows of a COPY in text, `limited…` and anything else one column about nobody, `set…` changes the session, `broken…`
/// is a syntax error.
final class Meanings implements Understanding {
    static final int TABLE = 4711;
    static final int ATTRIBUTE = 2;
    private static final CopyOut COPY = new CopyOut(0, CopyOut.Form.TEXT, '\t', "\\N", '"', '"', false, List.of(25));

    @Override
    public Understood of(Slice text, View view, List<Slice> parameters, Slice bound) {
        String words = text.utf8();
        mistake(words);
        var effect = words.startsWith("drop")
                ? Effect.DDL
                : words.startsWith("commit")
                        ? Effect.TRANSACTION
                        : words.startsWith("set") ? Effect.SESSION : Effect.READ;
        var facts = new SqlFacts(
                effect,
                Set.of(words.split(" ", -1)[0]),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                true,
                -1,
                1,
                List.of(),
                false,
                List.of());
        var output = words.startsWith("secret") || words.startsWith("copy") ? email() : OutputColumn.constant("x");
        var statement = new Operation.Statement(text, words, parameters, facts, List.of(List.of(output)), Slice.EMPTY);
        var error = words.startsWith("broken")
                ? Optional.of(new SyntaxError("42601", "syntax error at or near \"broken\"", 1))
                : Optional.<SyntaxError>empty();
        return new Understood(
                statement,
                effect == Effect.SESSION,
                false,
                error,
                Map.of(),
                words.startsWith("copy") ? List.of(COPY) : List.of(),
                Optional.empty(),
                Map.of(),
                Set.of(),
                List.of());
    }

    /// Makes the mistake that a text names.
    private static void mistake(String words) {
        switch (words) {
            case "mistake OutOfMemoryError" -> throw new OutOfMemoryError("on purpose");
            case "mistake StackOverflowError" -> throw new StackOverflowError("on purpose");
            case "mistake AssertionError" -> throw new AssertionError("on purpose");
            case "mistake IllegalStateException" -> throw new IllegalStateException("on purpose");
            default -> {}
        }
    }

    private static OutputColumn email() {
        return new OutputColumn(
                "email",
                List.of(new ColumnName("public", "customers", "email")),
                Set.of(Category.EMAIL),
                true,
                TABLE,
                ATTRIBUTE,
                true);
    }

    @Override
    public void inherit(Understood understood) {
        // Nothing is copied.
    }

    @Override
    public void definitionsChanged() {
        // Nothing is remembered.
    }
}
