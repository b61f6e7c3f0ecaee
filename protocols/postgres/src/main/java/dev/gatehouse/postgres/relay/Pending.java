package dev.gatehouse.postgres.relay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;

/// The answers still to come, in order: the client's side adds, the target's side takes away.
///
/// Bounded, so that a client that sends without reading waits instead of filling the memory. Thread-safe.
final class Pending {
    /// Makes whatever was forwarded be answered, so that room comes.
    @FunctionalInterface
    interface Relief {
        void ask() throws IOException;
    }

    private final int most;
    private Relief relief = () -> {};
    private final ArrayDeque<Expected> queue = new ArrayDeque<>();
    private boolean closed;

    /// @param most how many answers may be outstanding
    Pending(int most) {
        this.most = most;
    }

    /// What is done before waiting for room: a target that waits for more would never make any.
    void onFull(Relief asking) {
        relief = asking;
    }

    /// Waits for room. False when the session is over.
    boolean add(Expected expected) throws IOException, InterruptedException {
        if (full()) {
            relief.ask();
        }
        return addWhenRoom(expected);
    }

    private synchronized boolean full() {
        return queue.size() >= most && !closed;
    }

    private synchronized boolean addWhenRoom(Expected expected) throws InterruptedException {
        while (queue.size() >= most && !closed) {
            wait();
        }
        if (closed) {
            return false;
        }
        queue.addLast(expected);
        return true;
    }

    synchronized Optional<Expected> head() {
        return Optional.ofNullable(queue.peekFirst());
    }

    synchronized void done() {
        queue.removeFirst();
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return queue.isEmpty();
    }

    /// Waits until everything asked has been answered. False when the session is over instead.
    synchronized boolean awaitEmpty() throws InterruptedException {
        while (!queue.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    /// Waits until everything asked before the latest Sync has been answered; what was asked after it may have to wait
    /// for a Sync that has not come. False when the session is over instead.
    synchronized boolean awaitSynced() throws InterruptedException {
        while (queue.stream().anyMatch(Expected.SyncAnswer.class::isInstance) && !closed) {
            wait();
        }
        return !closed;
    }

    /// Nothing is answered any more; who waits for an answer to a question of the gateway's own is told.
    synchronized void close() {
        closed = true;
        for (Expected expected : queue) {
            if (expected instanceof Expected.LookUp look) {
                look.rows().abandon();
            }
            if (expected instanceof Expected.Owned owned) {
                owned.tried().abandon();
            }
        }
        notifyAll();
    }
}
