package dev.gatehouse.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/// The sessions that are open now. Thread-safe.
public final class Sessions {
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final LongAdder maskedCells = new LongAdder();
    private final int most;
    private final int mostOfOne;
    private boolean draining;
    private boolean hurried;

    /// Without a limit.
    public Sessions() {
        this(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /// @param most sessions of the gateway
    /// @param mostOfOne sessions behind which one person stands
    public Sessions(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    void masked(long cells) {
        maskedCells.add(cells);
    }

    /// How many values all sessions so far were shown masked.
    public long maskedCells() {
        return maskedCells.sum();
    }

    /// False when the gateway stops, or there are as many as may be.
    synchronized boolean add(Session session) {
        var root = session.principal().root();
        long ofOne = open.stream()
                .filter(other -> other.principal().root().equals(root))
                .count();
        return !draining && open.size() < most && ofOne < mostOfOne && open.add(session);
    }

    synchronized void addOwn(Session session) {
        open.add(session);
    }

    synchronized void remove(Session session) {
        open.remove(session);
        notifyAll();
    }

    /// Has every session end where nothing is cut in two: idle ones now, busy ones after their statement or
    /// transaction. Whoever logs in from now on is asked to leave, too.
    public void drain() {
        synchronized (this) {
            draining = true;
        }
        open.forEach(Session::drain);
    }

    /// Ends the wait of [#awaitNone].
    public synchronized void hurry() {
        hurried = true;
        notifyAll();
    }

    /// Waits until no session is open, but no longer than `patience`.
    public synchronized void awaitNone(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (!open.isEmpty() && !hurried && System.nanoTime() < until) {
                wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Session> list() {
        return List.copyOf(open);
    }

    /// Ends every session that `which` names; returns how many. When this returns they admit nothing more; each client
    /// is told on a thread of its own, because one that does not read must not keep the others open.
    public int end(Predicate<Session> which, String reason, String message) {
        var ending = open.stream().filter(which).toList();
        ending.stream()
                .map(session -> session.ending(reason, message))
                .forEach(goodbye -> Thread.ofVirtual().name("goodbye").start(goodbye));
        return ending.size();
    }
}
