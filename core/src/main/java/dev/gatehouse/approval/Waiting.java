package dev.gatehouse.approval;

import java.time.Duration;

/// One thread that waits for people, and how others end its wait. Thread-safe.
public final class Waiting {
    /// What happened to the client meanwhile. The first thing counts.
    public enum Signal {
        NONE,
        /// It asked to cancel.
        CANCELLED,
        /// It is gone, or its session is over.
        LEFT
    }

    private Signal signal = Signal.NONE;
    private boolean woken;

    /// Waits until somebody wakes or ends it, at most `most`.
    public synchronized Signal await(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (!woken && signal == Signal.NONE) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        woken = false;
        return signal;
    }

    /// Something was decided: look again.
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /// Whether nobody is there any more to receive an answer.
    public synchronized boolean left() {
        return signal == Signal.LEFT;
    }

    public void cancel() {
        end(Signal.CANCELLED);
    }

    public void leave() {
        end(Signal.LEFT);
    }

    private synchronized void end(Signal how) {
        if (signal == Signal.NONE) {
            signal = how;
            notifyAll();
        }
    }
}
