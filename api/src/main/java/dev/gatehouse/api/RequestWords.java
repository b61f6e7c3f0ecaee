package dev.gatehouse.api;

import java.util.Optional;

/// Approves or denies a request.
///
/// @param because in the decider's own words; required for a denial, because the client reads it
public record RequestWords(Optional<String> because) {}
