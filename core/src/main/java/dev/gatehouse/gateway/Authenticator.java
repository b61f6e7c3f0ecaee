package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import java.util.Optional;

/// Proves who connects. A port: the control plane knows issuers and minted credentials.
public interface Authenticator {
    /// Checks a token or a minted secret sent as a password. The array is the caller's and wiped by it.
    ///
    /// @param user the identity that the client says it is
    Attempt password(String user, char[] password);

    /// Checks a token or a minted secret that comes without a user name. The array is the caller's and wiped by it.
    Attempt bearer(char[] secret);

    /// What SCRAM-SHA-256 needs for a minted credential; for an id that does not exist, values that look alike.
    ScramSecret scram(Id credential);

    /// Who a minted credential belongs to, once its secret has been proved.
    Attempt proved(String user, Id credential);

    sealed interface Attempt {
        /// @param credential the minted credential used, if one was
        /// @param connection the only connection it opens, if bound
        record Accepted(Principal principal, Optional<Id> credential, Optional<String> connection) implements Attempt {}

        /// @param reason a word for the operator's record; the client never sees it
        record Rejected(String reason) implements Attempt {}
    }

    /// RFC 5802 section 3: what a server keeps instead of a password.
    record ScramSecret(Slice salt, int iterations, Slice storedKey, Slice serverKey) {
        @Override
        public String toString() {
            return "ScramSecret[***]";
        }
    }
}
