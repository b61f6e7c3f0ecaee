/// The client side of the admin API: which gateway, which certificate authority, which token, and the calls.
///
/// A token is only ever sent over TLS, or to this machine itself, and only to the gateway that it was stored for.
@NullMarked
package dev.gatehouse.cli.client;

import org.jspecify.annotations.NullMarked;
