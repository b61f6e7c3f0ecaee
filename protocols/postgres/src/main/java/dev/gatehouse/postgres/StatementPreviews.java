package dev.gatehouse.postgres;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.postgres.relay.PreviewWire;
import dev.gatehouse.postgres.relay.ViewQuestion;
import dev.gatehouse.postgres.target.QueryFailed;
import dev.gatehouse.postgres.wire.Bound;
import dev.gatehouse.recording.RecordingFailed;
import dev.gatehouse.sql.counting.CountQuestion;
import dev.gatehouse.sql.counting.CountQuestion.Counting;
import dev.gatehouse.sql.counting.Trial;
import dev.gatehouse.sql.counting.Trial.Trying;
import dev.gatehouse.sql.tree.Parser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Shows whoever decides about a statement what it is about: counts rows without running it, or runs it and rolls it
/// back.
///
/// Each preview is a session of the person who decides, with an exchange for each question, on record like any other.
/// It runs under short limits for locks and time. Thread-safe.
public final class StatementPreviews {
    private static final String BEGIN =
            "BEGIN TRANSACTION READ ONLY; SET LOCAL statement_timeout = '5s'; SET LOCAL lock_timeout = '500ms'";
    private static final Pattern PARAMETER = Pattern.compile("\\$[1-9]");
    private static final int MILLISECONDS = 15_000;

    private final PostgresTargets targets;
    private final Login login;
    private final Parser parser;
    private final Supplier<Masker> masker;
    private final Detectors detectors;
    private final Buffers buffers;

    public StatementPreviews(
            PostgresTargets targets,
            Login login,
            Parser parser,
            Supplier<Masker> masker,
            Detectors detectors,
            Buffers buffers) {
        this.targets = targets;
        this.login = login;
        this.parser = parser;
        this.masker = masker;
        this.detectors = detectors;
        this.buffers = buffers;
    }

    /// Whether the statement, as it is understood now, may still be asked about.
    @FunctionalInterface
    public interface StillAsked {
        /// Why not; empty when it may.
        Optional<String> obstacle(Operation.Statement statement);
    }

    /// A statement that people are asked about.
    ///
    /// @param requester with whose credential it is looked at, unless the connection has one for previews
    /// @param digest what the request is bound to
    /// @param bound its parameters; see [Bound]
    /// @param run whether it may be run and rolled back
    public record Asked(
            Principal requester,
            String connection,
            String sql,
            Slice digest,
            Slice bound,
            boolean run,
            StillAsked still) {}

    /// @param by who decides, to whom the preview is attributed
    public Preview of(Principal by, Asked asked) {
        Session session = login.onBehalf(by, asked.connection());
        try {
            var lookUp = session.admit(new Operation.Own(Purpose.PREVIEW, ViewQuestion.TEXT));
            if (!(lookUp instanceof Admission.Admitted(Exchange exchange))) {
                return declined("It could not be recorded.");
            }
            var target = targets.connectForPreview(asked.requester(), asked.connection());
            if (target.isEmpty()) {
                return declined("The database cannot be asked right now.");
            }
            target.get().wire().timeout(MILLISECONDS);
            try (var wire = new PreviewWire(session, target.get(), masker.get(), detectors, buffers)) {
                var view = view(
                        wire.own(exchange, ViewQuestion.TEXT), targets.user(asked.requester(), asked.connection()));
                exchange.answered(Exchange.Outcome.OK);
                return of(session, wire, view, asked);
            }
        } catch (QueryFailed refused) {
            return declined("The database did not answer: SQLSTATE " + refused.sqlState() + ".");
        } catch (IOException broken) {
            return declined("The database cannot be asked right now.");
        } catch (RecordingFailed failed) {
            return declined("It could not be recorded.");
        } finally {
            session.closed();
        }
    }

    /// How names resolve, as for the requester: a preview's own user must see the same schemas.
    private static Understanding.View view(PreviewWire.Answer answer, String user) {
        var rows = answer.rows().stream()
                .map(row -> row.stream().map(value -> value.orElse("")).toList())
                .toList();
        var view = ViewQuestion.view(rows, Understanding.View.UNKNOWN, false, false);
        return new Understanding.View(
                view.schemas(), user, view.temporary(), false, Map.of(), Map.of(), Optional.empty(), false);
    }

    private Preview of(Session session, PreviewWire wire, Understanding.View view, Asked asked) throws IOException {
        var understanding = targets.understanding(asked.connection());
        var statement = understanding
                .of(Slice.utf8(asked.sql()), view, List.of(), asked.bound())
                .statement();
        if (!statement.digest().equals(asked.digest())) {
            return declined(
                    asked.bound().isEmpty() && PARAMETER.matcher(asked.sql()).find()
                            ? "Its parameters are too large to be kept with the request."
                            : "It was asked in a session that resolves names in another way, or what it names has"
                                    + " changed.");
        }
        var obstacle = asked.still().obstacle(statement);
        if (obstacle.isPresent()) {
            return declined(obstacle.get());
        }
        wire.bind(Bound.decode(asked.bound()), asked.sql());
        var counting = CountQuestion.of(asked.sql(), parser);
        if (!asked.run() || statement.facts().effect() != Effect.WRITE) {
            return counted(session, wire, understanding, view, statement, counting);
        }
        return switch (Trial.of(asked.sql(), parser)) {
            case Trying.Declined(String because) ->
                because(counted(session, wire, understanding, view, statement, counting), because);
            case Trying.Possible trial -> {
                var places = counting instanceof Counting.Question(var question, var where)
                                && harmless(
                                        understood(understanding, question, view)
                                                .facts(),
                                        statement.facts())
                        ? where
                        : Optional.<String>empty();
                var tried = new TrialPreview(session, wire, understanding, view, statement, trial, places).run();
                yield tried instanceof Preview.Declined(String because)
                        ? because(counted(session, wire, understanding, view, statement, counting), because)
                        : tried;
            }
        };
    }

    /// A count instead of what was declined; says why.
    private static Preview because(Preview counted, String because) {
        return switch (counted) {
            case Preview.Counted(long rows, var question, var _) ->
                new Preview.Counted(rows, question, Optional.of(because));
            case Preview.Declined _, Preview.Tried _ -> declined(because);
        };
    }

    private static Operation.Statement understood(Understanding understanding, String sql, Understanding.View view) {
        return understanding.of(Slice.utf8(sql), view, List.of(), Slice.EMPTY).statement();
    }

    private static Preview counted(
            Session session,
            PreviewWire wire,
            Understanding understanding,
            Understanding.View view,
            Operation.Statement statement,
            Counting counting)
            throws IOException {
        return switch (counting) {
            case Counting.Declined(String because) -> declined(because);
            case Counting.Known(long rows) -> new Preview.Counted(rows, Optional.empty(), Optional.empty());
            case Counting.Question(String question, var _) ->
                harmless(understood(understanding, question, view).facts(), statement.facts())
                        ? ask(session, wire, question)
                        : declined("Its condition does more than read the tables it names.");
        };
    }

    private static boolean harmless(SqlFacts counting, SqlFacts statement) {
        return counting.effect() == Effect.READ
                && statement.relations().containsAll(counting.relations())
                && counting.functions().stream().allMatch(name -> name.startsWith("pg_catalog."));
    }

    private static Preview ask(Session session, PreviewWire wire, String question) throws IOException {
        if (!(session.admit(new Operation.Own(Purpose.PREVIEW, question))
                instanceof Admission.Admitted(Exchange exchange))) {
            return declined("It could not be recorded.");
        }
        var outcome = Exchange.Outcome.ERROR;
        try {
            wire.own(exchange, BEGIN);
            var rows = wire.bound(exchange, question).rows();
            wire.own(exchange, "ROLLBACK");
            outcome = Exchange.Outcome.OK;
            return new Preview.Counted(
                    Long.parseLong(rows.getFirst().getFirst().orElseThrow()), Optional.of(question), Optional.empty());
        } finally {
            exchange.answered(outcome);
        }
    }

    private static Preview declined(String because) {
        return new Preview.Declined(because);
    }
}
