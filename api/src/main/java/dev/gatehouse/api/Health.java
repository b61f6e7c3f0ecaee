package dev.gatehouse.api;

/// Whether the gateway lives, or is ready for clients.
///
/// @param status `ok`, or what is missing
public record Health(String status) {}
