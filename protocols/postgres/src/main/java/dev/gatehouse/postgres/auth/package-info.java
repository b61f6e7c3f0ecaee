/// Proving passwords the way PostgreSQL does, without I/O: SCRAM-SHA-256 and -PLUS (RFC 5802, RFC 7677) on both sides,
/// and MD5 towards old targets.
///
/// [dev.gatehouse.postgres.auth.ScramServer] stands towards clients, [dev.gatehouse.postgres.auth.ScramClient] towards
/// targets; both take their nonce from the caller. What the other side gets wrong is a
/// [dev.gatehouse.postgres.auth.ScramException], a wrong password is a value. Secrets are compared in constant time and
/// appear in no text.
@NullMarked
package dev.gatehouse.postgres.auth;

import org.jspecify.annotations.NullMarked;
