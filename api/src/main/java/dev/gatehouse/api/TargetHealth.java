package dev.gatehouse.api;

import java.time.Instant;
import java.util.Optional;

/// Whether a connection's target takes connections.
///
/// @param at when it was looked at
/// @param because what went wrong; for operators
public record TargetHealth(boolean reachable, Instant at, Optional<String> because) {}
