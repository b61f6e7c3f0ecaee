package dev.gatehouse.sql.catalogue;

/// A function, procedure or aggregate outside `pg_catalog`.
///
/// @param volatility i immutable, s stable, v volatile
/// @param extension whether it came with an extension
public record Routine(
        String schema, String name, char volatility, String language, boolean returnsSet, boolean extension) {}
