package dev.gatehouse.api;

import java.time.Instant;

/// A load of the configuration.
///
/// @param id names it when two are compared
/// @param digest SHA-256 over the files, hexadecimal
/// @param accepted false when it had mistakes and the rules before stayed in force
/// @param comparable whether its text is on record
public record ConfigurationLoad(String id, Instant at, String digest, boolean accepted, boolean comparable) {}
