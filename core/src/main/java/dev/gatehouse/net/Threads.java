package dev.gatehouse.net;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Where session threads come from: the one place that chooses their kind.
///
/// Measured against PostgreSQL, platform threads do 20-30 % more transactions than virtual ones while sessions are few;
/// past some hundreds their stacks cost more than they bring.
public final class Threads {
    private final int platformThreads;
    private final Consumer<Throwable> bugs;
    private final AtomicInteger alive = new AtomicInteger();

    /// @param platformThreads how many platform threads may live at once; further ones are virtual
    /// @param bugs is told what no session should ever throw
    public Threads(int platformThreads, Consumer<Throwable> bugs) {
        this.platformThreads = platformThreads;
        this.bugs = bugs;
    }

    /// Starts `work` on a thread of its own.
    public Thread start(String name, Runnable work) {
        boolean platform = alive.incrementAndGet() <= platformThreads;
        var builder = platform
                ? Thread.ofPlatform().daemon().name(name)
                : Thread.ofVirtual().name(name);
        try {
            return builder.start(() -> counted(work));
        } catch (RuntimeException | Error noThread) {
            alive.decrementAndGet();
            throw noThread;
        }
    }

    /// How many live now.
    public int alive() {
        return alive.get();
    }

    /// Reports a bug that ended one session.
    public void report(Throwable bug) {
        bugs.accept(bug);
    }

    private void counted(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error bug) {
            bugs.accept(bug);
        } finally {
            alive.decrementAndGet();
        }
    }
}
