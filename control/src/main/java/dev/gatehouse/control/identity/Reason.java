package dev.gatehouse.control.identity;

import java.util.Locale;

/// Why a token or a secret was not accepted, as a word for the record.
public enum Reason {
    /// Not a JWT, a claim of the wrong type, or too long.
    MALFORMED,
    /// `none`, a shared-secret algorithm, encryption, or an algorithm that is not on the list.
    ALGORITHM,
    /// A header that would change how the token is verified: `crit`, `jwk`, `jku`, `x5u`, `x5c`, a foreign `typ`.
    HEADER,
    UNKNOWN_ISSUER,
    UNKNOWN_KEY,
    KEYS_UNAVAILABLE,
    SIGNATURE,
    AUDIENCE,
    EXPIRED,
    NOT_YET_VALID,
    /// No usable subject.
    SUBJECT,
    /// A kind that is none, or that the issuer may not assert.
    KIND,
    /// An actor that may not act, or a chain that the issuer may not assert.
    ACTOR,
    /// Nobody answers for an agent or a service.
    OWNER,
    /// The user name given at login is not the identity's id.
    USER,
    /// No such minted credential, or not with this secret.
    CREDENTIAL,
    REVOKED;

    /// The word in the record, such as `unknown-key`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
