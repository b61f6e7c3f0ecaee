package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.ErrorResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The answer to a question of the gateway's own within a session: filled by the target's side, awaited by the
/// client's.
final class Rows {
    private final List<List<Optional<String>>> rows = new ArrayList<>();
    private boolean failed;
    private boolean complete;
    private boolean abandoned;

    synchronized void take(Inbound in) {
        switch (BackendMessage.decode(in.array(), in.start(), in.end())) {
            case DataRow row ->
                rows.add(row.values().list().stream()
                        .map(value -> value.map(Slice::utf8))
                        .toList());
            case ErrorResponse _ -> failed = true;
            default -> {
                // Its description and completion are known: the question is a fixed one.
            }
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

    /// The rows, or empty when the target refused the question or the session is over.
    synchronized Optional<List<List<Optional<String>>>> await() throws InterruptedException {
        while (!complete && !abandoned) {
            wait();
        }
        return failed || abandoned ? Optional.empty() : Optional.of(List.copyOf(rows));
    }
}
