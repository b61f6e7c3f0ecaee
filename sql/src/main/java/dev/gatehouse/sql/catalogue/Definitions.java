package dev.gatehouse.sql.catalogue;

import java.util.List;
import java.util.Map;

/// The texts in a target's catalogue: what views are made of, and what functions do.
///
/// @param views by OID of the view or materialized view, its query
/// @param functions all that are not PostgreSQL's own
public record Definitions(Map<Integer, String> views, List<Function> functions) {
    public static final Definitions NONE = new Definitions(Map.of(), List.of());

    public Definitions {
        views = Map.copyOf(views);
        functions = List.copyOf(functions);
    }
}
