package dev.gatehouse.control.identity;

import dev.gatehouse.model.Id;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// The secret of a minted credential, seen once, by whoever asked for it.
///
/// `ghc_`, the credential's id, and 256 random bits: scanners for leaked secrets find it by its beginning, and a login
/// with the identity's bare id as user name finds its credential.
public final class MintedSecret {
    static final String PREFIX = "ghc_";

    private static final int ID_LENGTH = 26;
    private static final int LENGTH = PREFIX.length() + 3 * ID_LENGTH;

    private final char[] text;

    private MintedSecret(char[] text) {
        this.text = text;
    }

    static MintedSecret random(Id credential, SecureRandom random) {
        return new MintedSecret((PREFIX + credential + Id.random(random) + Id.random(random)).toCharArray());
    }

    /// Whether a password claims to be such a secret.
    static boolean looksLike(char[] password) {
        return password.length >= PREFIX.length() && PREFIX.contentEquals(new String(password, 0, PREFIX.length()));
    }

    /// Which credential a password that looks like such a secret belongs to; empty when its form is wrong.
    static Optional<Id> credential(char[] password) {
        return password.length == LENGTH && looksLike(password)
                ? Id.parse(new String(password, PREFIX.length(), ID_LENGTH))
                : Optional.empty();
    }

    /// A copy for the one who asked.
    public char[] reveal() {
        return text.clone();
    }

    /// Overwrites the secret.
    public void forget() {
        Arrays.fill(text, '\0');
    }

    @Override
    public String toString() {
        return "MintedSecret[not shown]";
    }
}
