package dev.gatehouse.postgres;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.postgres.relay.ViewQuestion;
import dev.gatehouse.postgres.target.QueryFailed;
import dev.gatehouse.postgres.target.SimpleQuery;
import dev.gatehouse.sql.counting.CountQuestion;
import dev.gatehouse.sql.counting.CountQuestion.Counting;
import dev.gatehouse.sql.tree.Parser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Counts, for whoever decides about a statement, the rows that it is about; without running it.
///
/// Each count is a session of the person who decides, with an exchange for each question, on record like any other. It
/// runs read-only, under short limits for locks and time. Thread-safe.
public final class CountPreviews {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final String BEGIN =
            "BEGIN TRANSACTION READ ONLY; SET LOCAL statement_timeout = '5s';" + " SET LOCAL lock_timeout = '500ms'";

    private final PostgresTargets targets;
    private final Login login;
    private final Parser parser;

    public CountPreviews(PostgresTargets targets, Login login, Parser parser) {
        this.targets = targets;
        this.login = login;
        this.parser = parser;
    }

    public sealed interface Preview {
        record Counted(long rows, Optional<String> question) implements Preview {}

        record Declined(String because) implements Preview {}
    }

    /// Whether the statement, as it is understood now, may still be asked about.
    @FunctionalInterface
    public interface StillAsked {
        /// Why not; empty when it may.
        Optional<String> obstacle(Operation.Statement statement);
    }

    /// @param by who decides, to whom the count is attributed
    /// @param requester with whose credential it runs, unless the connection has one for previews
    /// @param digest what the request is bound to
    public Preview count(
            Principal by, Principal requester, String connection, String sql, Slice digest, StillAsked asked) {
        Session session = login.onBehalf(by, connection);
        try {
            var lookUp = session.admit(new Operation.Own(Purpose.PREVIEW, ViewQuestion.TEXT));
            if (!(lookUp instanceof Admission.Admitted(Exchange exchange))) {
                return declined("It could not be recorded.");
            }
            var target = targets.connectForPreview(requester, connection);
            if (target.isEmpty()) {
                return declined("The database cannot be asked right now.");
            }
            try (var wire = target.get().wire()) {
                var query = new SimpleQuery(wire, target.get().pending(), MOST_ROWS, MOST_BYTES);
                var view = view(query, targets.user(requester, connection));
                exchange.answered(Exchange.Outcome.OK);
                return count(session, query, view, connection, sql, digest, asked);
            }
        } catch (QueryFailed refused) {
            return declined("The database did not answer: " + refused.getMessage());
        } catch (IOException broken) {
            return declined("The database cannot be asked right now.");
        } finally {
            session.closed();
        }
    }

    /// How names resolve, as for the requester: a preview's own user must see the same schemas.
    private static Understanding.View view(SimpleQuery query, String user) throws IOException {
        var rows = query.rows(ViewQuestion.TEXT).stream()
                .map(row -> row.stream()
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .toList())
                .toList();
        var view = ViewQuestion.view(rows, Understanding.View.UNKNOWN, false, false);
        return new Understanding.View(
                view.schemas(), user, view.temporary(), false, Map.of(), Map.of(), Optional.empty());
    }

    private Preview count(
            Session session,
            SimpleQuery query,
            Understanding.View view,
            String connection,
            String sql,
            Slice digest,
            StillAsked asked)
            throws IOException {
        var understanding = targets.understanding(connection);
        var statement =
                understanding.of(Slice.utf8(sql), view, List.of(), Slice.EMPTY).statement();
        if (!statement.digest().equals(digest)) {
            return declined("It was asked with parameters, or in a session that resolves names in another way, or what"
                    + " it names has changed.");
        }
        var obstacle = asked.obstacle(statement);
        if (obstacle.isPresent()) {
            return declined(obstacle.get());
        }
        return switch (CountQuestion.of(sql, parser)) {
            case Counting.Declined(String because) -> declined(because);
            case Counting.Known(long rows) -> new Preview.Counted(rows, Optional.empty());
            case Counting.Question(String question) -> {
                var counting = understanding
                        .of(Slice.utf8(question), view, List.of(), Slice.EMPTY)
                        .statement()
                        .facts();
                yield harmless(counting, statement.facts())
                        ? ask(session, query, question)
                        : declined("Its condition does more than read the tables it names.");
            }
        };
    }

    private static boolean harmless(SqlFacts counting, SqlFacts statement) {
        return counting.effect() == Effect.READ
                && statement.relations().containsAll(counting.relations())
                && counting.functions().stream().allMatch(name -> name.startsWith("pg_catalog."));
    }

    private static Preview ask(Session session, SimpleQuery query, String question) throws IOException {
        if (!(session.admit(new Operation.Own(Purpose.PREVIEW, question))
                instanceof Admission.Admitted(Exchange exchange))) {
            return declined("It could not be recorded.");
        }
        var outcome = Exchange.Outcome.ERROR;
        try {
            query.rows(BEGIN);
            var rows = query.rows(question);
            query.rows("ROLLBACK");
            outcome = Exchange.Outcome.OK;
            return new Preview.Counted(
                    Long.parseLong(Objects.requireNonNull(rows.getFirst().getFirst())), Optional.of(question));
        } finally {
            exchange.answered(outcome);
        }
    }

    private static Preview declined(String because) {
        return new Preview.Declined(because);
    }
}
