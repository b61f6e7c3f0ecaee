package dev.gatehouse.api;

/// What somebody who wants to watch a session says.
///
/// @param because what for; goes on record
public record WatchRequest(String because) {}
