package dev.gatehouse.postgres;

import dev.gatehouse.model.Slice;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Which session a CancelRequest means. Clients get keys of the gateway's own: the target's never leave. Thread-safe.
final class Cancels {
    private record Entry(Slice secret, Runnable cancel) {}

    /// What BackendKeyData tells a client.
    record Key(int process, Slice secret) {}

    /// As long as protocol 3.0 has it; 3.2 lets it be long enough that guessing is hopeless.
    private static final int SHORT = 4;

    private static final int LONG = 32;

    private final Map<Integer, Entry> sessions = new ConcurrentHashMap<>();
    private final RandomGenerator random;

    /// @param random cryptographically strong
    Cancels(RandomGenerator random) {
        this.random = random;
    }

    /// @param minor of the client's protocol 3
    Key register(int minor, Runnable cancel) {
        byte[] secret = new byte[minor >= 2 ? LONG : SHORT];
        random.nextBytes(secret);
        var entry = new Entry(Slice.of(secret), cancel);
        int process;
        do {
            process = 1 + random.nextInt(Integer.MAX_VALUE - 1);
        } while (sessions.putIfAbsent(process, entry) != null);
        return new Key(process, entry.secret());
    }

    void forget(Key key) {
        sessions.remove(key.process());
    }

    /// Cancels what the session with this key is doing; nothing happens, and nothing is told, when there is none.
    void cancel(int process, Slice secret) {
        Optional.ofNullable(sessions.get(process))
                .filter(entry -> MessageDigest.isEqual(entry.secret().toBytes(), secret.toBytes()))
                .ifPresent(entry -> entry.cancel().run());
    }
}
