package dev.gatehouse.postgres.target;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.auth.ScramKeys;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How the gateway logs in to a target.
///
/// It keeps the SCRAM keys of its last login: thousands of hashes that every login would do again, as long as salt and
/// iterations stay the same. They live as long as the password itself, until the configuration is loaded again.
/// Thread-safe.
public final class TargetCredential {
    private final String user;
    private final Slice password;
    private volatile @Nullable ScramKeys last;

    private TargetCredential(String user, Slice password) {
        this.user = user;
        this.password = password;
    }

    public static TargetCredential of(String user, String password) {
        return new TargetCredential(user, Slice.utf8(password));
    }

    public String user() {
        return user;
    }

    /// UTF-8; a secret.
    Slice password() {
        return password;
    }

    /// A copy that the borrower wipes.
    char[] characters() {
        return password.utf8().toCharArray();
    }

    ScramKeys keys(Slice salt, int iterations) {
        var known = last;
        if (known == null || !known.fit(salt, iterations)) {
            char[] characters = characters();
            try {
                known = ScramKeys.of(characters, salt, iterations);
            } finally {
                Arrays.fill(characters, '\0');
            }
            last = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return "TargetCredential[" + user + "]";
    }
}
