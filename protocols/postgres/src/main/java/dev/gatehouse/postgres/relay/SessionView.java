package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.Understanding.Understood;
import dev.gatehouse.postgres.Understanding.View;
import dev.gatehouse.sql.analysis.Temporary;
import dev.gatehouse.sql.catalogue.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How names are resolved in this session right now: only the session's own backend knows, so it is asked, by recorded
/// look-ups, after each statement that may have changed it. One thread, the client's side.
final class SessionView {
    private static final Set<String> ENDS =
            Set.of("commit", "rollback", "rollback to", "prepare", "commit prepared", "rollback prepared");

    private final Stand stand;
    private final Upstream target;
    private final Pending pending;
    private final Conversation conversation;
    private View view = View.UNKNOWN;
    private boolean touched = true;
    private boolean sticky;
    private boolean definitionsChanged;
    private boolean moved;
    private boolean failed;

    SessionView(Stand stand, Upstream target, Pending pending, Conversation conversation) {
        this.stand = stand;
        this.target = target;
        this.pending = pending;
        this.conversation = conversation;
    }

    /// What a statement declares and copies; until the session ends, because whether it failed is not asked.
    void after(Understood understood) {
        var kinds = understood.statement().facts().kinds();
        moved |= kinds.stream().anyMatch(kind -> kind.startsWith("rollback"));
        // What ends a failed transaction brings names back, and the next statement must be asked for again.
        failed = false;
        touched |= sticky && kinds.stream().anyMatch(ENDS::contains);
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
        moved = true;
    }

    /// A batch or a query is over.
    void boundary() {
        touched |= sticky;
    }

    /// Asks ahead, before a batch begins with what closes something of an earlier one, as drivers send it: after that
    /// the batch's statements could no longer be asked for.
    void settle(boolean withinBatch) throws IOException, InterruptedException {
        if (!withinBatch) {
            current(false);
        }
    }

    /// The view in force for the next statement; empty when that cannot be known, before the next Sync or at all.
    ///
    /// @param withinBatch whether messages of an extended batch are out that the target answers only at its Sync
    Optional<View> current(boolean withinBatch) throws IOException, InterruptedException {
        if (touched && withinBatch) {
            // In a failed transaction nothing runs but its end, which names nothing.
            return failed ? Optional.of(view) : Optional.empty();
        }
        return !touched || refresh() ? Optional.of(view) : Optional.empty();
    }

    /// @return whether what is known may be used; not if the session's backend did not answer
    private boolean refresh() throws IOException, InterruptedException {
        target.flush();
        boolean over = !pending.awaitEmpty();
        failed = conversation.status() == 'E';
        if (over || failed) {
            // It is asked again after the end of the failed transaction.
            view = view.unsettled();
            return true;
        }
        boolean inTransaction = conversation.status() != 'I';
        definitionsChanged &= inTransaction;
        var answer =
                ask(Requests.question(ViewQuestion.TEXT), ViewQuestion.TEXT).await();
        if (answer.isEmpty()) {
            return false;
        }
        var own = definitionsChanged ? own() : Optional.<Catalogue>empty();
        if (definitionsChanged && own.isEmpty()) {
            return false;
        }
        view = ViewQuestion.view(texts(answer.get()), view, definitionsChanged, inTransaction)
                .with(own);
        touched = false;
        // A rollback takes back what was set inside a transaction, so until its end every batch asks again.
        sticky = inTransaction;
        return true;
    }

    /// The catalogue with what this transaction has changed, which nobody but its backend can see.
    private Optional<Catalogue> own() throws IOException, InterruptedException {
        if (!moved && view.own().isPresent()) {
            return view.own();
        }
        var answers = ask(Requests.query(OwnCatalogue.TEXT), OwnCatalogue.WORDS).awaitAll();
        if (answers.isEmpty()) {
            // The question failed, and with it the transaction until it is taken back.
            ask(Requests.query(OwnCatalogue.BACK), OwnCatalogue.WORDS).awaitAll();
            return Optional.empty();
        }
        moved = false;
        return OwnCatalogue.of(answers.get().stream().map(SessionView::texts).toList());
    }

    private Rows ask(Slice question, String words) throws IOException, InterruptedException {
        var rows = new Rows();
        var exchange = stand.own(Purpose.LOOK_UP, words);
        if (!pending.add(new Expected.LookUp(exchange, rows))) {
            rows.abandon();
            return rows;
        }
        target.forward(exchange, question);
        target.flush();
        return rows;
    }

    private static List<List<String>> texts(List<List<Optional<String>>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(value -> value.orElse("")).toList())
                .toList();
    }
}
