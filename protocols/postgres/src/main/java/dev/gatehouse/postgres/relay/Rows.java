package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.RowDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The answer to a question of the gateway's own within a session: filled by the target's side, awaited by the
/// client's.
final class Rows {
    private static final int MOST = 2_000_000;

    private final List<List<List<Optional<String>>>> answers = new ArrayList<>();
    private int count;
    private boolean failed;
    private boolean complete;
    private boolean abandoned;

    synchronized void take(Inbound in) {
        switch (BackendMessage.decode(in.array(), in.start(), in.end())) {
            case RowDescription _ -> answers.add(new ArrayList<>());
            case DataRow row -> row(row);
            case ErrorResponse _ -> failed = true;
            default -> {
                // Its description and completion are known: the question is a fixed one.
            }
        }
    }

    private void row(DataRow row) {
        if (++count > MOST) {
            failed = true;
            answers.clear();
        } else if (!failed) {
            if (answers.isEmpty()) {
                answers.add(new ArrayList<>());
            }
            answers.getLast()
                    .add(row.values().list().stream()
                            .map(value -> value.map(Slice::utf8))
                            .toList());
        }
    }

    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /// The rows of the only statement, or empty when the target refused the question or the session is over.
    synchronized Optional<List<List<Optional<String>>>> await() throws InterruptedException {
        return awaitAll().map(List::getFirst);
    }

    /// Whether a command that has no rows was done; empty when the session is over, and nobody knows.
    synchronized Optional<Boolean> awaitDone() throws InterruptedException {
        while (!complete && !abandoned) {
            wait();
        }
        return complete ? Optional.of(!failed) : Optional.empty();
    }

    /// The rows of each statement that has any, in order.
    synchronized Optional<List<List<List<Optional<String>>>>> awaitAll() throws InterruptedException {
        while (!complete && !abandoned) {
            wait();
        }
        return failed || abandoned || answers.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(answers));
    }
}
