package dev.gatehouse.api;

import java.time.Instant;

/// A notification about a request that never arrived, though it was tried several times.
///
/// @param channel as configured under `notifications:`
/// @param request the request's id
/// @param state what it would have told
/// @param because what went wrong the last time
public record UndeliveredNotification(String channel, String request, String state, Instant at, String because) {}
