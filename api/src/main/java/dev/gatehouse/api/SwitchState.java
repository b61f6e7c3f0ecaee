package dev.gatehouse.api;

/// Whether a connection or an identity is switched off, after a request to change that.
///
/// @param what `connection` or `identity`
/// @param name the connection's name, or `issuer:id`
/// @param ended how many open sessions were told to end by this request
public record SwitchState(String what, String name, boolean disabled, int ended) {}
