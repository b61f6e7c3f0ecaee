/// Who somebody is: tokens of configured issuers and minted credentials become a [dev.gatehouse.model.Principal].
///
/// Start with [dev.gatehouse.control.identity.RealAuthenticator], which answers the gateway's question at login
/// ([dev.gatehouse.gateway.Authenticator]). Behind it:
///
/// - [dev.gatehouse.control.identity.TokenVerifier] judges a JWT (RFC 7519, profiled by RFC 8725 and RFC 9068): which
///   issuer, which key, whose signature, for us, now? Then [dev.gatehouse.control.identity.PrincipalClaims] reads who
///   it is about: subject, kind, groups, owner and the chain of actors (RFC 8693 section 4.1).
/// - [dev.gatehouse.control.identity.KeySet] holds an issuer's public keys, discovered and refreshed, or from a file.
/// - [dev.gatehouse.control.identity.MintedCredentials] makes short-lived secrets of the gateway's own and keeps only
///   a verifier of each, sealed so that whoever can write the store still cannot become anyone.
/// - [dev.gatehouse.control.identity.FailureThrottle] slows whoever keeps failing.
/// - [dev.gatehouse.control.identity.StoredSwitches] turns a connection or an identity off, at once and durably.
///
/// A refusal carries a reason for the operator's record. The client hears one sentence, whatever the reason.
@NullMarked
package dev.gatehouse.control.identity;

import org.jspecify.annotations.NullMarked;
