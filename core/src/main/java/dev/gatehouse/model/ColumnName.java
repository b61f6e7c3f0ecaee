package dev.gatehouse.model;

/// A column of a target, by the names the target's catalogue has for it.
public record ColumnName(String schema, String table, String column) {
    @Override
    public String toString() {
        return schema + "." + table + "." + column;
    }
}
