/// The client's way in: TLS, who it says it is, and the proof. [dev.gatehouse.postgres.login.Startup] reads the first
/// packets; [dev.gatehouse.postgres.login.PasswordPrompt] asks in PostgreSQL's words what
/// [dev.gatehouse.gateway.Login] wants to know.
@NullMarked
package dev.gatehouse.postgres.login;

import org.jspecify.annotations.NullMarked;
