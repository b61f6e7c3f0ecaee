package dev.gatehouse.api;

/// Whether a session that was asked to end was still open.
public record SessionEnding(String id, boolean ended) {}
