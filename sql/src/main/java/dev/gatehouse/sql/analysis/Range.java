package dev.gatehouse.sql.analysis;

import java.util.List;

/// Something in FROM that columns can be qualified with.
///
/// @param schema the schema it may be qualified with too, empty when it has an alias or is no table
/// @param stored whether it has the system columns of a table
record Range(String schema, String name, List<Field> fields, boolean stored) {
    Range {
        fields = List.copyOf(fields);
    }

    static Range of(String name, List<Field> fields) {
        return new Range("", name, fields, false);
    }

    boolean sensitive() {
        return fields.stream().anyMatch(field -> field.carried().sensitive());
    }
}
