package dev.gatehouse.postgres.types;

/// What kind of value a type holds, for choosing a mask.
public enum TypeCategory {
    TEXT,
    INTEGER,
    /// With a fraction: numeric, real, double precision.
    NUMBER,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIME,
    INTERVAL,
    UUID,
    /// inet, cidr, macaddr, macaddr8.
    NETWORK,
    JSON,
    BYTES,
    XML,
    BIT,
    GEOMETRIC,
    MONEY,
    ARRAY,
    /// Everything else: composites, enums, domains of extensions, ranges, text search, catalogue types.
    OTHER
}
