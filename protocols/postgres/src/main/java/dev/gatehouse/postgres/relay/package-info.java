/// One session between a client and a PostgreSQL server, after both logins.
///
/// Two threads, one per direction, share a bounded queue of [dev.gatehouse.postgres.relay.Expected] answers:
///
/// - [dev.gatehouse.postgres.relay.ClientSide] reads the client, understands each message, asks
///   [dev.gatehouse.gateway.Session#admit] and forwards. Start there.
/// - [dev.gatehouse.postgres.relay.TargetSide] reads the target, matches each message with what is expected, masks,
///   counts and releases.
///
/// A refused operation is replaced, in its place, by a fixed statement of the gateway's own that always fails. So the
/// target's transaction fails too, the messages behind it are skipped by the target itself, answers keep their order,
/// and the refusal is whatever replaces the target's complaint about that statement.
@NullMarked
package dev.gatehouse.postgres.relay;

import org.jspecify.annotations.NullMarked;
