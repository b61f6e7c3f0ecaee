package dev.gatehouse.recording;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The thread that syncs and publishes at most one interval after something was recorded, and sleeps while nothing is.
final class Pulse implements AutoCloseable {
    private final Thread thread;
    private final Runnable beat;
    private final long nanos;
    private volatile boolean due;
    private volatile boolean stopped;

    Pulse(Duration interval, Runnable beat) {
        this.nanos = interval.toNanos();
        this.beat = beat;
        this.thread = Thread.ofPlatform().daemon().name("gatehouse-record").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Something was recorded. Cheap when the thread knows already.
    void wake() {
        if (!due) {
            due = true;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!stopped) {
            if (!due) {
                LockSupport.park(this);
                continue;
            }
            LockSupport.parkNanos(this, nanos);
            due = false;
            beat.run();
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
