package dev.gatehouse.net;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// The connections of one listener that have not logged in yet. When there are too many, the one that has taken longest
/// is closed: whoever really logs in takes a moment, so a flood of strangers only pushes out its own. Thread-safe.
public final class Lobby {
    private final int most;
    private final Set<Socket> waiting = new LinkedHashSet<>();

    /// @param most how many may wait at once
    public Lobby(int most) {
        this.most = most;
    }

    void enter(Socket socket) {
        pushedOutBy(socket).ifPresent(Lobby::close);
    }

    private synchronized Optional<Socket> pushedOutBy(Socket socket) {
        waiting.add(socket);
        if (waiting.size() <= most) {
            return Optional.empty();
        }
        Socket oldest = waiting.iterator().next();
        waiting.remove(oldest);
        return Optional.of(oldest);
    }

    /// It has logged in, or is gone.
    synchronized void leave(Socket socket) {
        waiting.remove(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // It is to be gone, and it is.
        }
    }

    /// How many wait now.
    public synchronized int size() {
        return waiting.size();
    }
}
