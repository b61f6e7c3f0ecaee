/// The admin API: a small HTTPS interface under `/api/v1` for the command line, later the console.
///
/// Start with [dev.gatehouse.control.admin.Endpoint]: it lists every path and who may use it, and is the only place
/// that says so. [dev.gatehouse.control.admin.AdminApi] checks the bearer token, asks that table and only then calls
/// the handler; a new endpoint does not compile without an entry and a handler. What the API needs of the gateway are
/// the interfaces in [dev.gatehouse.control.admin.ports].
///
/// Handlers are blocking code on a virtual thread per request. They return an
/// [dev.gatehouse.control.admin.Answer]; refusals are `application/problem+json` (RFC 9457) and never repeat a secret
/// or the text of an exception. What changes something, or shows what people asked for, is on record before it
/// happens.
@NullMarked
package dev.gatehouse.control.admin;

import org.jspecify.annotations.NullMarked;
