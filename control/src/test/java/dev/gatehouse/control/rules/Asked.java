package dev.gatehouse.control.rules;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Facts for tests: an agent of Ada's reads two columns of customers by a LIMIT of 10.
final class Asked {
    static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");

    private static final Identity BOT = new Identity("corp", "build-bot");
    private static final Identity ADA = new Identity("corp", "ada@example.com");
    private static final Principal AGENT = new Principal(
            BOT,
            Kind.AGENT,
            Set.of(new Group("corp", "engineering")),
            List.of(BOT, ADA),
            ADA,
            Optional.of(ADA),
            NOW.minusSeconds(3600),
            NOW.plusSeconds(3600),
            Optional.empty());
    private static final Connection SHOP = new Connection(
            "shop",
            "postgres",
            Map.of("stage", "production"),
            Selectors.EVERYONE,
            Connection.Unclassified.MASK,
            Connection.Predicates.EQUALITY,
            false);

    private Asked() {}

    static Facts of(Operation operation) {
        return new Facts(AGENT, SHOP, operation, Optional.of("support"), NOW, "192.0.2.7");
    }

    static Facts read() {
        return of(statement(new SqlFacts(
                Effect.READ,
                Set.of("select"),
                List.of(
                        use("email", Category.EMAIL, ColumnUse.Role.OUTPUT),
                        use("id", Category.NONE, ColumnUse.Role.PREDICATE)),
                List.of(),
                Set.of("public.customers"),
                Set.of("pg_catalog.lower"),
                true,
                10,
                1,
                List.of(),
                false,
                List.of())));
    }

    static Facts write(boolean filtered, boolean mintsCredential) {
        return of(statement(new SqlFacts(
                Effect.WRITE,
                Set.of("update"),
                List.of(),
                List.of(use("segment", Category.OTHER, ColumnUse.Role.WRITE)),
                Set.of("public.customers"),
                Set.of(),
                filtered,
                -1,
                2,
                List.of(),
                mintsCredential,
                List.of())));
    }

    static Facts cancel() {
        return of(new Operation.Own(Operation.Own.Purpose.CANCEL, ""));
    }

    static Operation.Statement statement(SqlFacts sql) {
        return new Operation.Statement(Slice.utf8("x"), "x", List.of(), sql, List.of(), Slice.utf8("d"));
    }

    static ColumnUse use(String column, Category category, ColumnUse.Role role) {
        return new ColumnUse(new ColumnName("public", "customers", column), category, role);
    }
}
