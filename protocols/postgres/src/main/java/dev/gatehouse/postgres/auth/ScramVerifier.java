package dev.gatehouse.postgres.auth;

import dev.gatehouse.model.Slice;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server keeps instead of a password (RFC 5802, section 3): enough to check it, too little to use it.
///
/// @param iterations of PBKDF2
/// @param storedKey 32 bytes
/// @param serverKey 32 bytes; whoever has it can pose as the server
public record ScramVerifier(Slice salt, int iterations, Slice storedKey, Slice serverKey) {
    /// PostgreSQL's default.
    public static final int ITERATIONS = 4096;

    /// More would let one side keep the other busy.
    public static final int MAXIMUM_ITERATIONS = 1_000_000;

    private static final Pattern TEXT =
            Pattern.compile("SCRAM-SHA-256\\$([0-9]{1,7}):([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");

    public ScramVerifier {
        if (iterations < 1 || iterations > MAXIMUM_ITERATIONS) {
            throw new IllegalArgumentException("iterations must be 1 to " + MAXIMUM_ITERATIONS + ", not " + iterations);
        }
        if (salt.isEmpty() || storedKey.length() != Sha256.LENGTH || serverKey.length() != Sha256.LENGTH) {
            throw new IllegalArgumentException("a verifier has a salt and two keys of 32 bytes");
        }
    }

    /// The verifier of a password; the caller wipes `password`.
    ///
    /// @param salt random, 16 bytes in PostgreSQL
    public static ScramVerifier of(char[] password, Slice salt, int iterations) {
        byte[] salted = Sha256.saltedPassword(password, salt.toBytes(), iterations);
        try {
            return new ScramVerifier(
                    salt,
                    iterations,
                    Slice.of(Sha256.hash(Sha256.hmac(salted, "Client Key"))),
                    Slice.of(Sha256.hmac(salted, "Server Key")));
        } finally {
            Arrays.fill(salted, (byte) 0);
        }
    }

    /// A verifier that no password fits, always the same for a name, so that asking twice does not tell that the name
    /// is unknown.
    ///
    /// @param key a secret of the gateway's
    public static ScramVerifier mock(String name, byte[] key) {
        byte[] salt = Arrays.copyOf(Sha256.hmac(key, "salt:" + name), 16);
        return new ScramVerifier(
                Slice.of(salt),
                ITERATIONS,
                Slice.of(Sha256.hmac(key, "stored:" + name)),
                Slice.of(Sha256.hmac(key, "server:" + name)));
    }

    /// Reads the form of `pg_authid.rolpassword`; empty if it is not that.
    public static Optional<ScramVerifier> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ScramVerifier(
                    base64(parts.group(2)),
                    Integer.parseInt(parts.group(1)),
                    base64(parts.group(3)),
                    base64(parts.group(4))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Slice base64(String text) {
        return Slice.of(Base64.getDecoder().decode(text));
    }

    /// PostgreSQL's text, as `ALTER ROLE … PASSWORD` takes it. A secret.
    public String print() {
        var base64 = Base64.getEncoder();
        return "SCRAM-SHA-256$" + iterations + ":" + base64.encodeToString(salt.toBytes()) + "$"
                + base64.encodeToString(storedKey.toBytes()) + ":" + base64.encodeToString(serverKey.toBytes());
    }
}
