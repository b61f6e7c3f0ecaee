package dev.gatehouse.sql.catalogue;

/// A data type that is not one of PostgreSQL's plain built-in ones.
///
/// @param kind `typtype`: b base, c composite, d domain, e enum, r range, m multirange, p pseudo
/// @param element OID of the element type of an array, 0 otherwise
/// @param base OID of the type a domain is over, 0 otherwise
/// @param extension whether it came with an extension
public record Type(int oid, String schema, String name, char kind, int element, int base, boolean extension) {}
