package dev.gatehouse.pgparser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Jobs that wait for a parser, in order. Bounded; once closed it takes and gives no more.
final class ParseQueue {
    private final int limit;
    private final Deque<ParseJob> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    ParseQueue(int limit) {
        this.limit = limit;
    }

    void add(ParseJob job) throws ParserUnavailable {
        lock.lock();
        try {
            if (closed) {
                throw new ParserUnavailable("the parsers are shut down");
            }
            if (waiting.size() >= limit) {
                throw new ParserUnavailable(limit + " statements wait to be parsed already; try again");
            }
            waiting.addLast(job);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Takes back a job that nobody waits for any more, if it has not been begun.
    void remove(ParseJob job) {
        lock.lock();
        try {
            waiting.remove(job);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next job; empty once the queue is closed.
    Optional<ParseJob> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return Optional.ofNullable(waiting.pollFirst());
        } finally {
            lock.unlock();
        }
    }

    /// What waits is answered, not parsed.
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.forEach(job -> job.finish(new ParseJob.Outcome.Unavailable("the parsers are shut down")));
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
