package dev.gatehouse.postgres.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Prepared statements, or portals, by the client's names, so that what is executed is what was decided.
///
/// A Parse or Bind can fail or be skipped at the target after later messages were sent, and a name can be given again
/// while its old bearer lives. Two things are certain: within one batch (up to Sync) a later message only runs if all
/// earlier ones did, so the latest bearer of the batch is the one meant; and what the target has confirmed, it has.
/// Between batches a name with an unanswered bearer is open, and its user must wait for the answers. Thread-safe.
final class Named<T> {
    private record Sent<T>(T value, long batch) {}

    private final Map<String, T> confirmed = new HashMap<>();
    private final Map<String, List<Sent<T>>> unanswered = new HashMap<>();
    private long batch;

    /// What a name stands for.
    sealed interface Meaning<T> {
        record Known<T>(T value) implements Meaning<T> {}

        record Unknown<T>() implements Meaning<T> {}

        /// It depends on answers that have not come yet.
        record Open<T>() implements Meaning<T> {}
    }

    synchronized void sent(String name, T value) {
        unanswered.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Sent<>(value, batch));
    }

    /// A Sync was sent.
    synchronized void nextBatch() {
        batch++;
    }

    /// The target has exactly this under the name now.
    synchronized void confirm(String name, T value) {
        confirmed.put(name, value);
        var waiting = unanswered.get(name);
        if (waiting != null) {
            waiting.removeIf(sent -> sent.value().equals(value));
            if (waiting.isEmpty()) {
                unanswered.remove(name);
            }
        }
    }

    /// The target has confirmed that the name is gone.
    synchronized void closed(String name) {
        confirmed.remove(name);
    }

    /// Every name is gone, as portals are at the end of a transaction.
    synchronized void allClosed() {
        confirmed.clear();
    }

    /// Everything sent up to the latest Sync has been answered: what was not confirmed does not exist.
    synchronized void settle() {
        unanswered.values().forEach(waiting -> waiting.removeIf(sent -> sent.batch() < batch));
        unanswered.values().removeIf(List::isEmpty);
    }

    synchronized Meaning<T> get(String name) {
        var waiting = unanswered.getOrDefault(name, List.of());
        if (waiting.isEmpty()) {
            return Optional.ofNullable(confirmed.get(name))
                    .<Meaning<T>>map(Meaning.Known::new)
                    .orElseGet(Meaning.Unknown::new);
        }
        var last = waiting.getLast();
        return last.batch() == batch ? new Meaning.Known<>(last.value()) : new Meaning.Open<>();
    }

    /// Whether the name stands for something, or may.
    synchronized boolean has(String name) {
        return confirmed.containsKey(name) || unanswered.containsKey(name);
    }

    synchronized int count() {
        return confirmed.size() + unanswered.size();
    }
}
