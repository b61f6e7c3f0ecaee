package dev.gatehouse.api;

import java.time.Instant;
import java.util.Optional;

/// A rule in force and how often it voted.
///
/// @param connection which connections it concerns
/// @param who whom it concerns
/// @param when its condition; absent when it always matches
/// @param then `allow`, `deny`, or what it asks of whom
/// @param enforced false while it only watches
/// @param hits how often its vote counted, since the record began
/// @param shadowHits how often it voted while it only watched
/// @param lastHit when it last voted
public record RuleInfo(
        String id,
        String connection,
        String who,
        Optional<String> when,
        String then,
        Optional<String> because,
        boolean enforced,
        long hits,
        long shadowHits,
        Optional<Instant> lastHit) {}
