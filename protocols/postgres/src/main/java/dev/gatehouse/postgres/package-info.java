/// PostgreSQL: stock clients in, real servers out.
///
/// Read [dev.gatehouse.postgres.PostgresProtocol#serve] first, then `relay`: [dev.gatehouse.postgres.relay.ClientSide]
/// and [dev.gatehouse.postgres.relay.TargetSide]. Messages as bytes are in `wire`, proofs of identity in `auth`, the
/// way
/// in for clients in `login`, the way to servers in `target`, types and their masks in `types`.
@NullMarked
package dev.gatehouse.postgres;

import org.jspecify.annotations.NullMarked;
