/// Signs people in to the console: OpenID Connect's authorization code flow with PKCE at a configured issuer,
/// and the cookie that stands for who signed in.
///
/// [dev.gatehouse.control.console.signin.SignInFlow] keeps nothing for somebody who has not signed in: state,
/// nonce and PKCE verifier are derived from a sealed cookie. What comes back is judged like every other token,
/// by the issuer's rules in the configuration. [dev.gatehouse.control.console.signin.SignIns] remembers who
/// signed in, in memory only: a restart of the gateway asks people to sign in again.
@NullMarked
package dev.gatehouse.control.console.signin;

import org.jspecify.annotations.NullMarked;
