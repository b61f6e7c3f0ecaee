package dev.gatehouse.postgres.target;

import dev.gatehouse.model.Slice;

/// How the gateway logs in to a target.
///
/// @param password UTF-8; a secret
public record TargetCredential(String user, Slice password) {
    public static TargetCredential of(String user, String password) {
        return new TargetCredential(user, Slice.utf8(password));
    }

    /// A copy that the borrower wipes.
    char[] characters() {
        return password.utf8().toCharArray();
    }

    @Override
    public String toString() {
        return "TargetCredential[" + user + "]";
    }
}
