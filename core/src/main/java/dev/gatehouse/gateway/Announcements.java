package dev.gatehouse.gateway;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Sentences for the client of an open session that wait for a moment in which its protocol can say them. Whatever is
/// too much for a client that hears nothing is left out. Thread-safe.
public final class Announcements {
    private static final int MOST = 8;

    private final Queue<String> waiting = new ArrayDeque<>();

    public synchronized void say(String sentence) {
        if (waiting.size() < MOST) {
            waiting.add(sentence);
        }
    }

    /// The oldest one that waits, which waits no more.
    public synchronized Optional<String> next() {
        return Optional.ofNullable(waiting.poll());
    }
}
