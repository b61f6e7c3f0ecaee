package dev.gatehouse.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Statements as a protocol would have understood them, for tests that need no parser.
public final class Statements {
    public static final ColumnName EMAIL = new ColumnName("public", "customers", "email");
    public static final ColumnName NOTE = new ColumnName("public", "customers", "note");

    private Statements() {}

    /// Reads `customers.email` and shows it.
    public static Operation.Statement readsEmail() {
        return new Operation.Statement(
                Slice.utf8("select email from customers where id = 7"),
                "select email from customers where id = $1",
                List.of(Slice.utf8("7")),
                facts(Effect.READ, List.of(use(EMAIL, ColumnUse.Role.OUTPUT)), List.of(), List.of(), false),
                List.of(List.of(output(Category.EMAIL))),
                Slice.utf8("digest"));
    }

    /// Acts as strongly as `effect` and touches no column.
    public static Operation.Statement acting(Effect effect) {
        return of(facts(effect, List.of(), List.of(), List.of(), false));
    }

    /// Writes `customers.email`, with these constants in its text.
    public static Operation.Statement writing(String... literals) {
        return of(
                facts(Effect.WRITE, List.of(), List.of(use(EMAIL, ColumnUse.Role.WRITE)), List.of(), false), literals);
    }

    /// Asks about `customers.email` in this way, with these constants in its text.
    public static Operation.Statement asking(Predicate.Form form, String... literals) {
        var predicate = new Predicate(EMAIL, Category.EMAIL, form);
        return of(facts(Effect.READ, List.of(), List.of(), List.of(predicate), false), literals);
    }

    /// Creates a role with a password.
    public static Operation.Statement mintingCredential() {
        return of(facts(Effect.ADMIN, List.of(), List.of(), List.of(), true));
    }

    public static Operation.Statement notUnderstood(String problem) {
        return of(SqlFacts.notUnderstood(problem));
    }

    public static Operation.Own own(Operation.Own.Purpose purpose) {
        return new Operation.Own(purpose, "test");
    }

    /// A plain column of `customers` that holds this.
    public static OutputColumn output(Category category) {
        return new OutputColumn("email", List.of(EMAIL), Set.of(category), true, 1, 1, false);
    }

    public static Operation.Statement of(SqlFacts facts, String... literals) {
        return new Operation.Statement(
                Slice.utf8("test"),
                "test " + facts.effect().word(),
                Stream.of(literals).map(Slice::utf8).toList(),
                facts,
                List.of(),
                Slice.utf8("digest"));
    }

    private static SqlFacts facts(
            Effect effect, List<ColumnUse> reads, List<ColumnUse> writes, List<Predicate> predicates, boolean mints) {
        return new SqlFacts(
                effect,
                Set.of("test"),
                reads,
                writes,
                Set.of("public.customers"),
                Set.of(),
                true,
                -1,
                1,
                predicates,
                mints,
                List.of());
    }

    private static ColumnUse use(ColumnName column, ColumnUse.Role role) {
        return new ColumnUse(column, Category.EMAIL, role);
    }
}
