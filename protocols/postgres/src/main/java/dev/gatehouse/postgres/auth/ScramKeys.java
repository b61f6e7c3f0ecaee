package dev.gatehouse.postgres.auth;

import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.Secret;
import java.util.Arrays;

/// What a client makes of its password for one salt and iteration count (RFC 5802, section 3): thousands of hashes, and
/// always the same ones. As secret as the password. Thread-safe.
public final class ScramKeys {
    private final Slice salt;
    private final int iterations;
    private final Secret client;
    private final Secret server;

    private ScramKeys(Slice salt, int iterations, Secret client, Secret server) {
        this.salt = salt;
        this.iterations = iterations;
        this.client = client;
        this.server = server;
    }

    /// Where a client has its keys from.
    @FunctionalInterface
    public interface Source {
        ScramKeys of(Slice salt, int iterations);
    }

    /// The caller wipes `password`.
    public static ScramKeys of(char[] password, Slice salt, int iterations) {
        byte[] salted = Sha256.saltedPassword(password, salt.toBytes(), iterations);
        try {
            return new ScramKeys(
                    salt,
                    iterations,
                    Secret.of(Sha256.hmac(salted, "Client Key")),
                    Secret.of(Sha256.hmac(salted, "Server Key")));
        } finally {
            Arrays.fill(salted, (byte) 0);
        }
    }

    /// Whether these are the keys for `salt` and `iterations`.
    public boolean fit(Slice salt, int iterations) {
        return this.iterations == iterations && this.salt.equals(salt);
    }

    byte[] proof(String authMessage) {
        byte[] key = client.bytes();
        try {
            return Sha256.xor(key, Sha256.hmac(Sha256.hash(key), authMessage));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// What a server that knows the password answers.
    Slice signature(String authMessage) {
        byte[] key = server.bytes();
        try {
            return Slice.of(Sha256.hmac(key, authMessage));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
