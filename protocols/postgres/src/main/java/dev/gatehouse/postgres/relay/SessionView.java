package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.postgres.Understanding.Understood;
import dev.gatehouse.postgres.Understanding.View;
import dev.gatehouse.sql.analysis.Temporary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// How names are resolved in this session right now: only the session's own backend knows, so it is asked, by recorded
/// look-ups, after each statement that may have changed it. One thread, the client's side.
final class SessionView {
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

    /// What a statement declares and copies; until the session ends, because whether it failed is not asked.
    void after(Understood understood) {
        view = view.after(understood);
    }

    /// What is known of temporary tables by now.
    Temporary temporary() {
        return view.temporary();
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
        var exchange = stand.own(Purpose.LOOK_UP, ViewQuestion.TEXT);
        if (!pending.add(new Expected.LookUp(exchange, rows))) {
            return;
        }
        target.forward(exchange, Requests.query(ViewQuestion.TEXT));
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
        var texts = rows.stream()
                .map(row -> row.stream().map(value -> value.orElse("")).toList())
                .toList();
        view = ViewQuestion.view(texts, view, definitionsChanged, conversation.status() != 'I');
    }
}
