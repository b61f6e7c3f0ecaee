package dev.gatehouse.postgres.relay;

/// Knows when a session stands between two statements and outside a transaction, so that a gateway that stops can end
/// it there: nothing is asked, nothing unanswered, nothing on its way. Thread-safe.
final class Boundary {
    private final Pending pending;
    private final Conversation conversation;
    private final Runnable end;
    private volatile boolean draining;
    private volatile boolean answering;
    private boolean asking;
    private boolean withinBatch;
    private boolean over;

    /// @param end ends the session
    Boundary(Pending pending, Conversation conversation, Runnable end) {
        this.pending = pending;
        this.conversation = conversation;
        this.end = end;
    }

    /// From now on the session ends as soon as it may.
    void drain() {
        draining = true;
        endWhereItMay();
    }

    /// The client's side begins with a message.
    synchronized void asked() throws SessionOver {
        if (over) {
            throw new SessionOver("Gatehouse is shutting down; connect again later.");
        }
        asking = true;
    }

    /// The client's side is done with it, and what is to be forwarded was.
    ///
    /// @param batch whether a Sync is still to come
    void handedOn(boolean batch) {
        synchronized (this) {
            asking = false;
            withinBatch = batch;
        }
        endWhereItMay();
    }

    /// The target's side has read something that the client does not have yet.
    void answering() {
        if (!answering) {
            answering = true;
        }
    }

    /// The client has everything that was read from the target.
    void answered() {
        answering = false;
        endWhereItMay();
    }

    private void endWhereItMay() {
        if (draining && leaves()) {
            end.run();
        }
    }

    /// The queue is looked at before [#answering]: an answer leaves it only once that is set.
    private synchronized boolean leaves() {
        if (over || asking || withinBatch || conversation.status() != 'I' || !pending.isEmpty() || answering) {
            return false;
        }
        over = true;
        return true;
    }
}
