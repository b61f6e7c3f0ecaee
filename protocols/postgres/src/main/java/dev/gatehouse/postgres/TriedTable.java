package dev.gatehouse.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the catalogue knows of the table that a tried statement changes; see [SideEffects].
record TriedTable(
        String name, String table, String columns, String key, List<String> defaults, List<String> sideEffects) {
    static TriedTable of(List<List<Optional<String>>> rows) {
        String name = "";
        String table = "";
        String columns = "";
        String key = "";
        var defaults = new ArrayList<String>();
        var found = new ArrayList<String>();
        for (var row : rows) {
            String value = row.get(1).orElse("");
            String more = row.get(2).orElse("");
            switch (row.getFirst().orElse("")) {
                case "table" -> {
                    name = value;
                    table = more;
                }
                case "columns" -> columns = value;
                case "key" -> key = value;
                case "default" -> defaults.add(value);
                case String kind -> found.add(kind + " " + value + (more.isEmpty() ? "" : " on " + more));
            }
        }
        return new TriedTable(name, table, columns, key, defaults, found);
    }
}
