package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.postgres.Understanding.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// How names are resolved in this session right now: only the session's own backend knows, so it is asked, by recorded
/// look-ups, after each statement that may have changed it. One thread, the client's side.
final class SessionView {
    private static final String QUESTION = """
            SELECT 'role', current_user::text, 0
            UNION ALL
            SELECT 'schema', s.name::text, s.place
            FROM pg_catalog.unnest(pg_catalog.current_schemas(true)) WITH ORDINALITY AS s (name, place)
            UNION ALL
            SELECT 'temporary', c.relname::text, 0
            FROM pg_catalog.pg_class c WHERE c.relnamespace OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()
            ORDER BY 3""";

    private final Stand stand;
    private final Upstream target;
    private final Pending pending;
    private final Conversation conversation;
    private View view = View.UNKNOWN;
    private boolean touched = true;
    private boolean sticky;
    private boolean definitionsChanged;

    SessionView(Stand stand, Upstream target, Pending pending, Conversation conversation) {
        this.stand = stand;
        this.target = target;
        this.pending = pending;
        this.conversation = conversation;
    }

    void touched() {
        touched = true;
    }

    /// A statement changed tables or types; others see that only when the transaction ends.
    void definitionsChanged() {
        touched = true;
        definitionsChanged = true;
    }

    /// A batch or a query is over.
    void boundary() {
        touched |= sticky;
    }

    /// The view in force for the next statement; empty when that cannot be known before the next Sync.
    ///
    /// @param withinBatch whether messages of an extended batch are out that the target answers only at its Sync
    Optional<View> current(boolean withinBatch) throws IOException, InterruptedException {
        if (touched && withinBatch) {
            return Optional.empty();
        }
        if (touched) {
            refresh();
        }
        return Optional.of(view);
    }

    private void refresh() throws IOException, InterruptedException {
        target.flush();
        if (!pending.awaitEmpty() || conversation.status() == 'E') {
            // In a failed transaction nothing runs but its end; ask again after that.
            return;
        }
        var rows = new Rows();
        var exchange = stand.own(Purpose.LOOK_UP, QUESTION);
        if (!pending.add(new Expected.LookUp(exchange, rows))) {
            return;
        }
        target.forward(exchange, Requests.query(QUESTION));
        target.flush();
        boolean inTransaction = conversation.status() != 'I';
        definitionsChanged &= inTransaction;
        var answer = rows.await();
        if (answer.isPresent()) {
            take(answer.get());
            touched = false;
            // A rollback takes back what was set inside a transaction, so until its end every batch asks again.
            sticky = inTransaction;
        }
    }

    private void take(List<List<Optional<String>>> rows) {
        var schemas = new ArrayList<String>();
        var temporary = new HashSet<String>();
        String role = view.role();
        for (List<Optional<String>> row : rows) {
            String value = row.get(1).orElse("");
            switch (row.get(0).orElse("")) {
                case "role" -> role = value;
                case "schema" -> schemas.add(value);
                default -> temporary.add(value);
            }
        }
        schemas.removeIf(schema -> schema.startsWith("pg_temp"));
        view = new View(schemas, role, temporary, definitionsChanged);
    }
}
