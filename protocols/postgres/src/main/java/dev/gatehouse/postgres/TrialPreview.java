package dev.gatehouse.postgres;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.postgres.Preview.Change;
import dev.gatehouse.postgres.Preview.Samples;
import dev.gatehouse.postgres.relay.PreviewWire;
import dev.gatehouse.postgres.target.QueryFailed;
import dev.gatehouse.sql.counting.CountQuestion;
import dev.gatehouse.sql.counting.Trial.Trying;
import dev.gatehouse.sql.counting.Trial.Verb;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Runs one statement in a transaction of its own under tight limits, counts what it changed, looks at some of the rows
/// before and after, and rolls it back. One thread, once.
///
/// The statement runs as the gateway's own exchange; the samples are statements of whoever looks, decided by their
/// rules and shown under their masks.
final class TrialPreview {
    private static final String BEGIN = "BEGIN; SET LOCAL statement_timeout = '3s'; SET LOCAL lock_timeout = '200ms';"
            + " SET LOCAL idle_in_transaction_session_timeout = '5s'";
    private static final int MOST_NAMED = 5;

    private final Session session;
    private final PreviewWire wire;
    private final Understanding understanding;
    private final Understanding.View view;
    private final Operation.Statement statement;
    private final Trying.Possible trial;
    private final Optional<String> places;

    /// @param view how names resolve in the session behind `wire`
    /// @param places asks where the first rows are that would change; see [CountQuestion]
    TrialPreview(
            Session session,
            PreviewWire wire,
            Understanding understanding,
            Understanding.View view,
            Operation.Statement statement,
            Trying.Possible trial,
            Optional<String> places) {
        this.session = session;
        this.wire = wire;
        this.understanding = understanding;
        this.view = view;
        this.statement = statement;
        this.trial = trial;
        this.places = places;
    }

    /// @throws IOException when the target is lost; whoever called closes the wire, which ends the transaction as well
    Preview run() throws IOException {
        var known = TriedTable.of(own(SideEffects.question(trial, statement.facts()), "looks for side effects")
                .rows());
        var found = new ArrayList<>(known.sideEffects());
        SideEffects.foreign(statement.facts()).forEach(name -> found.add("function " + name));
        for (String expression : known.defaults()) {
            found.addAll(sideEffectsOfDefault(expression));
        }
        if (known.table().isEmpty()) {
            return new Preview.Declined("The table that it changes cannot be found.");
        }
        if (!found.isEmpty()) {
            return new Preview.Declined("It is not tried, because more than its rows could be touched: "
                    + found.stream().distinct().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (found.size() > MOST_NAMED ? " and more." : "."));
        }
        try {
            own(BEGIN, "begins a trial");
            return tried(known);
        } catch (QueryFailed refused) {
            return new Preview.Declined(words(refused));
        } finally {
            own("ROLLBACK", "rolls a trial back");
        }
    }

    /// The words of a server may quote values; its code does not.
    private static String words(QueryFailed refused) {
        return switch (refused.sqlState()) {
            case "55P03" -> "It was not tried: others hold locks on these rows now.";
            case "57014" -> "It was not tried to its end: it takes longer than a preview may.";
            default -> "It would fail with SQLSTATE " + refused.sqlState() + ".";
        };
    }

    /// Functions that stand in a column's default are called for each new row.
    private List<String> sideEffectsOfDefault(String expression) throws IOException {
        var facts = understood("SELECT " + expression).facts();
        var foreign = new ArrayList<>(SideEffects.foreign(facts));
        if (!facts.problems().isEmpty()) {
            foreign.add("in the default " + expression);
        }
        if (facts.functions().stream().anyMatch(name -> name.startsWith("pg_catalog."))) {
            own(SideEffects.question(trial, facts), "looks for side effects of a default").rows().stream()
                    .filter(row -> row.getFirst().orElse("").equals("function"))
                    .forEach(row -> foreign.add(row.get(1).orElse("")));
        }
        return foreign.stream().map(name -> "function " + name).toList();
    }

    private Preview tried(TriedTable known) throws IOException {
        List<Place> before = places.isPresent()
                ? places(own(places.get(), "finds rows of a trial", wire::bound).rows())
                : List.of();
        Optional<Rows> old = Optional.empty();
        Optional<String> unseen = Optional.empty();
        try {
            old = sample(known, before);
        } catch (Unseen because) {
            unseen = Optional.of(String.valueOf(because.getMessage()));
        }
        Map<Place, String> keys = keys(known, before);
        String sql = statement.text().utf8().strip().replaceAll(";+$", "");
        long changed = own(sql, "tries a statement", wire::bound).changed();
        own("SET CONSTRAINTS ALL IMMEDIATE", "checks what it would be checked for at its end");
        if (unseen.isPresent()) {
            return new Preview.Tried(changed, Optional.empty(), unseen);
        }
        try {
            return new Preview.Tried(changed, samples(known, before, old, keys), Optional.empty());
        } catch (Unseen because) {
            return new Preview.Tried(changed, Optional.empty(), Optional.of(String.valueOf(because.getMessage())));
        }
    }

    private Optional<Samples> samples(TriedTable known, List<Place> before, Optional<Rows> old, Map<Place, String> keys)
            throws IOException, Unseen {
        return switch (trial.verb()) {
            case DELETE -> old.map(rows -> samples(known, rows, row -> new Change(Optional.of(row), Optional.empty())));
            case INSERT -> {
                var places = places(own(
                                "SELECT tableoid, ctid FROM " + known.table()
                                        + " WHERE xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid"
                                        + " ORDER BY 1, 2 LIMIT " + CountQuestion.PLACES,
                                "finds rows of a trial")
                        .rows());
                yield sample(known, places)
                        .map(rows -> samples(known, rows, row -> new Change(Optional.empty(), Optional.of(row))));
            }
            case UPDATE -> updated(known, before, old, keys);
        };
    }

    private Optional<Samples> updated(TriedTable known, List<Place> before, Optional<Rows> old, Map<Place, String> keys)
            throws IOException, Unseen {
        if (known.key().isEmpty()) {
            throw new Unseen("The table has no primary key by which a row could be found again.");
        }
        if (old.isEmpty()) {
            return Optional.empty();
        }
        var now = placesByKey(known, keys);
        var after = sample(known, now.values().stream().sorted().toList());
        var changes = new ArrayList<Change>();
        for (Place place : before) {
            var moved = Optional.ofNullable(keys.get(place)).flatMap(key -> Optional.ofNullable(now.get(key)));
            var row = old.get().at(place);
            if (row.isPresent() && moved.isPresent()) {
                changes.add(new Change(row, after.flatMap(rows -> rows.at(moved.get()))));
            }
        }
        return Optional.of(new Samples(known.name(), old.get().columns(), changes));
    }

    private Samples samples(TriedTable known, Rows rows, Function<List<Optional<String>>, Change> change) {
        return new Samples(
                known.name(), rows.columns(), rows.rows().stream().map(change).toList());
    }

    /// Where a row is, until it is changed again.
    private record Place(String table, long page, int line) implements Comparable<Place> {
        static Place of(List<Optional<String>> row) {
            String[] at = row.get(1).orElseThrow().replaceAll("[()]", "").split(",", 2);
            return new Place(row.getFirst().orElseThrow(), Long.parseLong(at[0]), Integer.parseInt(at[1]));
        }

        String text() {
            return "'(" + page + "," + line + ")'";
        }

        @Override
        public int compareTo(Place other) {
            int pages = Long.compare(page, other.page);
            return pages != 0 ? pages : Integer.compare(line, other.line);
        }
    }

    /// Rows as whoever looks may see them, in the order of their places.
    private record Rows(List<String> columns, List<Place> places, List<List<Optional<String>>> rows) {
        Optional<List<Optional<String>>> at(Place place) {
            int index = places.indexOf(place);
            return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
        }
    }

    private static List<Place> places(List<List<Optional<String>>> rows) {
        var places = rows.stream().map(Place::of).sorted().toList();
        // The places of one partition: those of another may be called the same.
        return places.stream()
                .filter(place -> place.table().equals(places.getFirst().table()))
                .toList();
    }

    private Optional<Rows> sample(TriedTable known, List<Place> places) throws IOException, Unseen {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String sql = "SELECT " + known.columns() + " FROM " + known.table() + at(places) + " ORDER BY ctid";
        Exchange exchange = switch (session.admit(chosen(understood(sql)))) {
            case Admission.Admitted(Exchange admitted) -> admitted;
            case Admission.Refused(var refusal) ->
                throw new Unseen("You may not see these rows (rule " + refusal.rule() + "): " + refusal.message());
        };
        own("SAVEPOINT seen", "keeps a trial when its rows cannot be read");
        try {
            var answer = wire.shown(exchange, sql);
            own("RELEASE SAVEPOINT seen", "goes on");
            return Optional.of(new Rows(answer.columns(), places, answer.rows()));
        } catch (QueryFailed refused) {
            own("ROLLBACK TO SAVEPOINT seen", "goes on");
            throw new Unseen("The rows could not be read: SQLSTATE " + refused.sqlState() + ".");
        } catch (PreviewWire.Limited limited) {
            throw new Unseen(String.valueOf(limited.getMessage()));
        }
    }

    private static String at(List<Place> places) {
        return " WHERE tableoid = " + places.getFirst().table() + " AND ctid IN ("
                + places.stream().map(Place::text).collect(Collectors.joining(", ")) + ")";
    }

    /// The primary keys of rows, as text that SQL reads as a row.
    private Map<Place, String> keys(TriedTable known, List<Place> places) throws IOException {
        if (trial.verb() != Verb.UPDATE || known.key().isEmpty() || places.isEmpty()) {
            return Map.of();
        }
        return own(
                        "SELECT tableoid, ctid, ROW(" + known.key() + ")::text FROM " + known.table() + at(places),
                        "finds rows of a trial")
                .rows()
                .stream()
                .collect(Collectors.toMap(Place::of, row -> row.get(2).orElse("")));
    }

    private Map<String, Place> placesByKey(TriedTable known, Map<Place, String> keys) throws IOException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        String wanted = keys.values().stream().map(SideEffects::literal).collect(Collectors.joining(", "));
        return own(
                        "SELECT tableoid, ctid, ROW(" + known.key() + ")::text FROM " + known.table()
                                + " WHERE xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid AND ROW(" + known.key()
                                + ")::text IN (" + wanted + ")",
                        "finds rows of a trial")
                .rows()
                .stream()
                .collect(Collectors.toMap(row -> row.get(2).orElse(""), Place::of, (first, _) -> first));
    }

    /// Rules that ask for a condition have one: these rows, and no others, are named by their places.
    private static Operation.Statement chosen(Operation.Statement sample) {
        var facts = sample.facts();
        return new Operation.Statement(
                sample.text(),
                sample.shape(),
                sample.literals(),
                new SqlFacts(
                        facts.effect(),
                        facts.kinds(),
                        facts.reads(),
                        facts.writes(),
                        facts.relations(),
                        facts.functions(),
                        true,
                        facts.limit(),
                        facts.statements(),
                        facts.predicates(),
                        facts.mintsCredential(),
                        facts.problems()),
                sample.outputs(),
                sample.digest());
    }

    private Operation.Statement understood(String sql) {
        return understanding.of(Slice.utf8(sql), view, List.of(), Slice.EMPTY).statement();
    }

    /// How a text is sent: as it is, or with what was bound to the statement.
    private interface Way {
        PreviewWire.Answer ask(Exchange exchange, String sql) throws IOException;
    }

    private PreviewWire.Answer own(String sql, String why) throws IOException {
        return own(sql, why, wire::own);
    }

    private PreviewWire.Answer own(String sql, String why, Way way) throws IOException {
        if (!(session.admit(new Operation.Own(Purpose.PREVIEW, why + ": " + sql))
                instanceof Admission.Admitted(Exchange exchange))) {
            throw new IOException("a preview could not be recorded");
        }
        var outcome = Outcome.ERROR;
        try {
            var answer = way.ask(exchange, sql);
            outcome = Outcome.OK;
            return answer;
        } finally {
            exchange.answered(outcome);
        }
    }

    /// Why samples are not shown.
    private static final class Unseen extends Exception {
        private static final long serialVersionUID = 1;

        Unseen(String because) {
            super(because);
        }
    }
}
