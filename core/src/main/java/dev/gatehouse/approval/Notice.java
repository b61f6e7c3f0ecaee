package dev.gatehouse.approval;

import dev.gatehouse.model.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a client that waits is told.
///
/// @param rule the first rule that asks
/// @param from who may decide, as configured
/// @param waited how long it has been held; zero the first time
/// @param hold how long it is held at most
/// @param openUntil when the request expires
/// @param link where people decide, if the gateway has a console
public record Notice(
        Id request,
        String rule,
        String from,
        Duration waited,
        Duration hold,
        Instant openUntil,
        Optional<String> link) {}
