package dev.gatehouse.sql.analysis;

/// A named column of a query or of something in FROM.
record Field(String name, Carried carried) {
    Field named(String other) {
        return new Field(other, carried);
    }
}
