package dev.gatehouse.postgres.relay;

import dev.gatehouse.postgres.Understanding.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// How a session's own backend is asked how names resolve in it.
public final class ViewQuestion {
    public static final String TEXT = """
            SELECT 'role', current_user::text, 0, ''
            UNION ALL
            SELECT 'schema', s.name::text, s.place, ''
            FROM pg_catalog.unnest(pg_catalog.current_schemas(true)) WITH ORDINALITY AS s (name, place)
            UNION ALL
            SELECT 'temporary', c.relname::text, 0, ''
            FROM pg_catalog.pg_class c WHERE c.relnamespace OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()
            UNION ALL
            SELECT 'prepared', p.name, 0, p.statement FROM pg_catalog.pg_prepared_statements p WHERE p.from_sql
            ORDER BY 3""";

    private ViewQuestion() {}

    /// The answer.
    ///
    /// @param before what was known
    public static View view(List<List<String>> rows, View before, boolean definitionsChanged) {
        var schemas = new ArrayList<String>();
        var temporary = new HashSet<String>();
        var prepared = new HashMap<String, String>();
        String role = before.role();
        for (List<String> row : rows) {
            String value = row.get(1);
            switch (row.getFirst()) {
                case "role" -> role = value;
                case "schema" -> schemas.add(value);
                case "prepared" -> prepared.put(value, row.get(3));
                default -> temporary.add(value);
            }
        }
        schemas.removeIf(schema -> schema.startsWith("pg_temp"));
        return new View(schemas, role, temporary, definitionsChanged, prepared, before.cursors());
    }
}
