package dev.gatehouse.pgparser;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A statement on its way to a parser's thread, and the answer on its way back.
final class ParseJob {
    /// How parsing ended.
    sealed interface Outcome {
        /// A tree, which from here on belongs to whoever asked for it.
        final class Tree implements Outcome {
            private final byte[] json;

            Tree(byte[] json) {
                this.json = json;
            }

            byte[] json() {
                return json;
            }
        }

        record Rejected(SyntaxError error) implements Outcome {}

        record Unavailable(String reason) implements Outcome {}
    }

    private final byte[] sql;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Optional<Outcome> outcome = Optional.empty();

    ParseJob(byte[] sql) {
        this.sql = sql;
    }

    byte[] sql() {
        return sql;
    }

    void finish(Outcome result) {
        outcome = Optional.of(result);
        done.countDown();
    }

    /// Empty if it is not finished in time.
    Optional<Outcome> await(Duration limit) throws InterruptedException {
        boolean inTime = done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        return inTime ? outcome : Optional.empty();
    }
}
