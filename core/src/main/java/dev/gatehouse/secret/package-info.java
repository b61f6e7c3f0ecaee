/// What must not be seen: secrets in memory and the gateway's own keys on disk.
///
/// [dev.gatehouse.secret.Secret] holds bytes that no text, log or exception may show.
/// [dev.gatehouse.secret.GatewayKeys]
/// is the directory of the master key and the signing key; it lies outside the gateway's data, is created once by
/// `init` and is refused when anybody else on the machine can read it. Every other key is derived from the master key,
/// one per [dev.gatehouse.secret.Purpose]. [dev.gatehouse.secret.VerifierKey] is the public half: enough to check what
/// the gateway signed, and to write it down in one line.
@NullMarked
package dev.gatehouse.secret;

import org.jspecify.annotations.NullMarked;
