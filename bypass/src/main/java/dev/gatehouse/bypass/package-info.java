/// Tries to get a masked value out of a masking proxy for PostgreSQL: this gateway, or anybody else's.
///
/// A *canary*, a value that nobody would guess, is planted in one masked column over a direct connection; then each
/// [Attack] is run through the proxy in each [Way] of speaking the protocol. It got through if the canary shows in any
/// byte that came back, plain or transformed ([Needle]), or if the answer depends on the canary at all: every attack
/// runs twice, in two worlds that differ in nothing but the planted value ([Suite]). The second test needs no idea of
/// how a value could be encoded, and it finds side channels: an order, a count, an error that comes or does not come.
///
/// Uses the wire messages of `protocols/postgres`; knows nothing of how this gateway works inside.
@NullMarked
package dev.gatehouse.bypass;

import org.jspecify.annotations.NullMarked;
