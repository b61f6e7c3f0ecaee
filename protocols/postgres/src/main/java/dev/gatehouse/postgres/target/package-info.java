/// The gateway as a client of a real server: [dev.gatehouse.postgres.target.TargetLogin] logs in with the configured
/// credential, [dev.gatehouse.postgres.target.SimpleQuery] asks the gateway's own questions on such a session.
///
/// What a server says at login is for the operator: it names roles and hosts that a client has no business with.
@NullMarked
package dev.gatehouse.postgres.target;

import org.jspecify.annotations.NullMarked;
