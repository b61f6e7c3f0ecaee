package dev.gatehouse.bench.micro;

import dev.gatehouse.approval.NobodyToAsk;
import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.control.rules.CelConditions.Compiled;
import dev.gatehouse.gateway.Authenticator;
import dev.gatehouse.gateway.BudgetLedger;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.gateway.GuessBudget;
import dev.gatehouse.gateway.Guesses;
import dev.gatehouse.gateway.InForce;
import dev.gatehouse.gateway.Quotas;
import dev.gatehouse.gateway.RowBudget;
import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.gateway.Shared;
import dev.gatehouse.masking.MaskRule;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Glob;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Condition;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Rule;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.CatalogueBuilder;
import dev.gatehouse.sql.catalogue.CatalogueQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A connection with rules and masks like those of a real configuration, an agent that uses it, and a catalogue of one
/// table.
final class Shop {
    static final String CONNECTION = "shop";
    private static final Map<String, String> DATA = Map.of(
            "id", "none", "email", "contact.email", "full_name", "identity.name", "segment", "none", "city", "none");
    private static final List<String> COLUMNS = List.of("id", "email", "full_name", "segment", "city");
    private static final Identity ADA = new Identity("corp", "ada@example.com");
    private static final Identity AGENT = new Identity("corp", "agent@example.com");

    private Shop() {}

    static Connection connection() {
        return new Connection(
                CONNECTION,
                "postgres",
                Map.of("env", "prod"),
                Selectors.EVERYONE,
                Connection.Unclassified.MASK,
                Connection.Predicates.EQUALITY,
                false);
    }

    static Classification classification() {
        return column -> new Classification.Classified(
                category(column).map(Category::new).orElse(Category.UNCLASSIFIED),
                column.column().equals("id"));
    }

    private static Optional<String> category(ColumnName column) {
        return Optional.ofNullable(DATA.get(column.column()));
    }

    /// `public.customers`, as the look-ups in the catalogue would answer.
    static Catalogue catalogue() {
        var columns = new ArrayList<List<String>>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String type = i == 0 ? "23" : "25";
            columns.add(List.of("16384", Integer.toString(i + 1), COLUMNS.get(i), type, "true", "false"));
        }
        var answers = new EnumMap<CatalogueQueries, List<List<String>>>(CatalogueQueries.class);
        answers.put(CatalogueQueries.VERSION, List.of(List.of("170002")));
        answers.put(CatalogueQueries.SCHEMAS, List.of(List.of("pg_catalog"), List.of("public")));
        answers.put(
                CatalogueQueries.RELATIONS, List.of(List.of("16384", "public", "customers", "r", "false", "false")));
        answers.put(CatalogueQueries.COLUMNS, columns);
        var builder = new CatalogueBuilder();
        for (CatalogueQueries each : CatalogueQueries.values()) {
            builder.rows(each, List.copyOf(answers.getOrDefault(each, List.of())));
        }
        return builder.build();
    }

    /// Everything that sessions share, with a record that forgets.
    static Shared shared(InstantSource clock, RandomGenerator random) {
        return new Shared(
                new CurrentRules(inForce()),
                new Forgetful(),
                new NobodyToAsk(),
                new Guesses(new GuessBudget(Integer.MAX_VALUE, BudgetLedger.MEMORY)),
                new RowBudget(BudgetLedger.MEMORY),
                Quotas.none(),
                1 << 20,
                new Sessions(),
                () -> Id.random(random),
                clock);
    }

    private static InForce inForce() {
        var masks = new MaskRules(List.of(mask("contact.email", Method.PARTIAL), mask("*", Method.PSEUDONYM)));
        var rules = List.of(
                rule("reading", "sql.effect == 'read'", new Rule.Then.Allow()),
                rule("no-whole-table-writes", "sql.effect == 'write' && !sql.filtered", new Rule.Then.Deny()),
                rule("no-whole-table-reads", "!sql.filtered && sql.effect == 'read'", new Rule.Then.Deny()),
                rule("no-definitions", "sql.effect in ['ddl', 'admin']", new Rule.Then.Deny()),
                rule("cards", "sql.reads.exists(c, c.category.startsWith('payment'))", new Rule.Then.Deny()),
                rule("exports", "true", new Rule.Then.NeedsApproval(export())));
        var policy = new Policy(rules, new BuiltIn(masks, List.of(), new MaskTraces()));
        return new InForce(policy, masks, Map.of(CONNECTION, connection()), "bench");
    }

    private static MaskRule mask(String category, Method method) {
        return new MaskRule(Connection.Pattern.ANY, Selectors.EVERYONE, new Glob(category), method);
    }

    private static Rule rule(String id, String when, Rule.Then then) {
        return new Rule(
                id,
                new Rule.On(Connection.Pattern.ANY, Selectors.EVERYONE),
                condition(when),
                then,
                Optional.of("Because."),
                true);
    }

    private static Condition condition(String text) {
        return switch (new CelConditions().compile(text)) {
            case Compiled(Condition condition) -> condition;
            case CelConditions.Invalid invalid -> throw new IllegalArgumentException(text + ": " + invalid);
        };
    }

    private static Approval export() {
        return new Approval(
                Selectors.EVERYONE,
                "anybody",
                1,
                false,
                Duration.ZERO,
                Duration.ofHours(1),
                1,
                Optional.of(new Approval.Over(Approval.Measure.ROWS, Long.MAX_VALUE, Approval.Per.STATEMENT)),
                false,
                0,
                false);
    }

    /// Lets the one agent in, whatever it shows.
    static Authenticator everybodyIsTheAgent(InstantSource clock) {
        var agent = new Principal(
                AGENT,
                Kind.AGENT,
                Set.of(),
                List.of(AGENT),
                ADA,
                Optional.of(ADA),
                clock.instant(),
                Instant.MAX,
                Optional.empty());
        return new Authenticator() {
            @Override
            public Attempt password(String user, char[] password) {
                return new Attempt.Accepted(agent, Optional.empty(), Optional.empty());
            }

            @Override
            public Attempt bearer(char[] secret) {
                return new Attempt.Rejected("not here");
            }

            @Override
            public ScramSecret scram(Id credential) {
                return new ScramSecret(Slice.EMPTY, 1, Slice.EMPTY, Slice.EMPTY);
            }

            @Override
            public Attempt proved(String user, Id credential) {
                return new Attempt.Rejected("not here");
            }
        };
    }
}
