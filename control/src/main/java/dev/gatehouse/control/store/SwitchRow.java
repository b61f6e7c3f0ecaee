package dev.gatehouse.control.store;

/// A row of `switches`: something that is turned off.
///
/// @param what `connection` or `identity`
/// @param issuer of an identity; empty for a connection
/// @param since seconds since 1970
public record SwitchRow(String what, String issuer, String name, long since, String by, String because) {}
