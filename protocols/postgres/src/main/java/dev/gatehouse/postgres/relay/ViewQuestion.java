package dev.gatehouse.postgres.relay;

import dev.gatehouse.postgres.Understanding.View;
import dev.gatehouse.sql.analysis.Temporary;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a session's own backend is asked how names resolve in it.
public final class ViewQuestion {
    public static final String TEXT = """
            SELECT 'role', current_user::text, 0, ''
            UNION ALL
            SELECT 'schema', s.name::text, s.place, ''
            FROM pg_catalog.unnest(pg_catalog.current_schemas(true)) WITH ORDINALITY AS s (name, place)
            UNION ALL
            SELECT 'temporary', c.relname::text, a.attnum, pg_catalog.concat_ws(' ', c.oid, c.relkind,
                (c.relhasrules OR c.relhastriggers OR c.relhassubclass OR EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i
                    WHERE i.inhrelid OPERATOR(pg_catalog.=) c.oid)
                 OR EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conrelid OPERATOR(pg_catalog.=) c.oid
                    AND k.contype OPERATOR(pg_catalog.=) ANY ('{c,x}'::"char"[]))
                 OR EXISTS (SELECT 1 FROM pg_catalog.pg_index x WHERE x.indrelid OPERATOR(pg_catalog.=) c.oid
                    AND (x.indexprs IS NOT NULL OR x.indpred IS NOT NULL))
                 OR EXISTS (SELECT 1 FROM pg_catalog.pg_attribute d
                    JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) d.atttypid
                    WHERE d.attrelid OPERATOR(pg_catalog.=) c.oid AND t.typtype OPERATOR(pg_catalog.=) 'd'))::text,
                a.atttypid, a.attnotnull::text, (a.attgenerated OPERATOR(pg_catalog.<>) '')::text,
                CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_index x WHERE x.indrelid OPERATOR(pg_catalog.=) c.oid
                          AND x.indisunique AND a.attnum OPERATOR(pg_catalog.=) ANY (x.indkey::pg_catalog.int2[]))
                       OR EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conrelid OPERATOR(pg_catalog.=) c.oid
                          AND k.contype OPERATOR(pg_catalog.=) 'f' AND a.attnum OPERATOR(pg_catalog.=) ANY (k.conkey))
                     THEN 'CHOSEN'
                     WHEN a.atttypmod OPERATOR(pg_catalog.>=) 0 THEN 'FITTING' ELSE 'ANY' END, a.attname)
            FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_attribute a
                ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
            WHERE c.relnamespace OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()
            UNION ALL
            SELECT 'prepared', p.name, 0, p.statement FROM pg_catalog.pg_prepared_statements p WHERE p.from_sql
            ORDER BY 3""";

    private ViewQuestion() {}

    /// The answer.
    ///
    /// @param before what was known
    /// @param withinTransaction whether what is not there now may come back
    public static View view(
            List<List<String>> rows, View before, boolean definitionsChanged, boolean withinTransaction) {
        var schemas = new ArrayList<String>();
        var temporary = new LinkedHashMap<String, List<List<String>>>();
        var prepared = new HashMap<String, String>();
        String role = before.role();
        for (List<String> row : rows) {
            String value = row.get(1);
            switch (row.getFirst()) {
                case "role" -> role = value;
                case "schema" -> schemas.add(value);
                case "prepared" -> prepared.put(value, row.get(3));
                default ->
                    temporary.computeIfAbsent(value, _ -> new ArrayList<>()).add(row);
            }
        }
        schemas.removeIf(schema -> schema.startsWith(Temporary.SCHEMA));
        var now = temporary(temporary, before.temporary(), withinTransaction);
        return new View(
                schemas,
                role,
                now,
                definitionsChanged,
                prepared,
                before.cursors(),
                Optional.empty(),
                withinTransaction);
    }

    private static Temporary temporary(
            Map<String, List<List<String>>> columns, Temporary before, boolean withinTransaction) {
        var tables = new ArrayList<Relation>();
        var opaque = new HashSet<String>();
        columns.forEach((name, rows) -> table(name, rows).ifPresentOrElse(tables::add, () -> opaque.add(name)));
        return before.now(tables, opaque, withinTransaction);
    }

    /// A temporary table; empty for what is no plain table, fills itself, or takes rows by their values.
    private static Optional<Relation> table(String name, List<List<String>> rows) {
        var columns = new ArrayList<Relation.Column>();
        int oid = 0;
        for (List<String> row : rows) {
            var parts = row.get(3).split(" ", 8);
            if (!parts[1].equals("r") || !parts[2].equals("false")) {
                return Optional.empty();
            }
            oid = Integer.parseUnsignedInt(parts[0]);
            if (parts.length == 8) {
                columns.add(new Relation.Column(
                        parts[7],
                        Integer.parseInt(row.get(2)),
                        Integer.parseUnsignedInt(parts[3]),
                        parts[4].equals("true"),
                        parts[5].equals("true"),
                        Relation.Taking.valueOf(parts[6])));
            }
        }
        return Optional.of(
                new Relation(oid, Temporary.SCHEMA, name, Relation.Kind.TABLE, columns, List.of(), false, false));
    }
}
