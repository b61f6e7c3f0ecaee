package dev.gatehouse.postgres.relay;

import java.util.ArrayDeque;
import java.util.Optional;

/// The answers still to come, in order: the client's side adds, the target's side takes away.
///
/// Bounded, so that a client that sends without reading waits instead of filling the memory. Thread-safe.
final class Pending {
    private static final int MOST = 4096;

    private final ArrayDeque<Expected> queue = new ArrayDeque<>();
    private boolean closed;

    /// Waits for room. False when the session is over.
    synchronized boolean add(Expected expected) throws InterruptedException {
        while (queue.size() >= MOST && !closed) {
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
        }
        notifyAll();
    }
}
