package dev.gatehouse.gateway;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.approval.Approvals.Answer;
import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.approval.Notice;
import dev.gatehouse.approval.Question;
import dev.gatehouse.approval.Waiting;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Operation;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waits of one session for people: at most one before an operation and one within an answer. Thread-safe.
final class Holds {
    private final Id session;
    private final Approvals approvals;
    private final SessionRecord record;
    private final List<Waiting> waits = new ArrayList<>();
    private boolean over;

    Holds(Id session, Approvals approvals, SessionRecord record) {
        this.session = session;
        this.approvals = approvals;
        this.record = record;
    }

    /// Asks, waits, and records the answer.
    Answer ask(Id operation, Facts facts, List<Verdict> asking, HeldClient client) {
        return ask(operation, facts, asking, Optional.empty(), client);
    }

    /// @param changed how many rows it changed when it ran and was rolled back
    Answer ask(Id operation, Facts facts, List<Verdict> asking, Optional<Long> changed, HeldClient client) {
        var waiting = begin();
        try {
            var told = new OnRecord(operation, client);
            var answer = approvals.ask(new Question(session, operation, facts, asking, changed, told, waiting));
            record.answeredByPeople(operation, answer);
            return answer;
        } finally {
            end(waiting);
        }
    }

    /// The client does not want what it waits for any more; false when it waits for nobody.
    synchronized boolean cancel() {
        waits.forEach(Waiting::cancel);
        return !waits.isEmpty();
    }

    /// The client is gone, or the session is over: nobody waits any more, now or later.
    synchronized void leave() {
        over = true;
        waits.forEach(Waiting::leave);
    }

    private synchronized Waiting begin() {
        var waiting = new Waiting();
        waits.add(waiting);
        if (over) {
            waiting.leave();
        }
        return waiting;
    }

    private synchronized void end(Waiting waiting) {
        waits.remove(waiting);
    }

    /// That a client is held is on record before it is told.
    private final class OnRecord implements HeldClient {
        private final Id operation;
        private final HeldClient client;
        private boolean recorded;

        OnRecord(Id operation, HeldClient client) {
            this.operation = operation;
            this.client = client;
        }

        @Override
        public Patience patience() {
            return client.patience();
        }

        @Override
        public void tell(Notice notice) throws IOException {
            if (!recorded) {
                record.held(operation, notice.request());
                recorded = true;
            }
            client.tell(notice);
        }

        @Override
        public void lookOut(Waiting waiting) throws IOException {
            client.lookOut(waiting);
        }

        @Override
        public Operation again(Operation before) throws IOException, InterruptedException {
            return client.again(before);
        }
    }

    /// The operation as it is understood now; empty when it is not the same any more.
    static Optional<Operation> again(Operation seen, HeldClient client) {
        try {
            var now = client.again(seen);
            return now.digest().equals(seen.digest()) ? Optional.of(now) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
