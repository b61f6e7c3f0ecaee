package dev.gatehouse.postgres;

import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.sql.counting.Trial.Trying;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What a statement would do beside changing the rows of its table, as the database's own catalogue knows: triggers,
/// rewrite rules, sequences, functions that are not PostgreSQL's own, foreign tables. Rolling back does not take back
/// all of that, and what it would do is not known beforehand, so whatever is found makes a trial decline.
final class SideEffects {
    /// Functions that are volatile because they answer otherwise each time, and do nothing else.
    private static final String ONLY_ANSWERS = "'random', 'random_normal', 'gen_random_uuid', 'uuidv4', 'uuidv7',"
            + " 'clock_timestamp', 'timeofday', 'array_sample', 'array_shuffle'";

    private SideEffects() {}

    /// The table as the database knows it: rows of `table` (its full name), `columns`, `key` (of the primary key) and
    /// `default` (an expression that may be evaluated); and a row of any other kind for each thing found.
    static String question(Trying.Possible trial, SqlFacts facts) {
        String target =
                trial.schema().isEmpty() ? ident(trial.table()) : ident(trial.schema()) + "." + ident(trial.table());
        return SQL.replace("$target", literal(target))
                .replace("$defaults", Boolean.toString(trial.defaults()))
                .replace("$relations", array(facts.relations()))
                .replace("$functions", array(builtIn(facts)))
                .replace("$harmless", ONLY_ANSWERS);
    }

    /// Functions of the statement that are not PostgreSQL's own, by name.
    static List<String> foreign(SqlFacts facts) {
        return facts.functions().stream()
                .filter(name -> !name.startsWith("pg_catalog."))
                .sorted()
                .toList();
    }

    private static List<String> builtIn(SqlFacts facts) {
        return facts.functions().stream()
                .filter(name -> name.startsWith("pg_catalog."))
                .map(name -> name.substring("pg_catalog.".length()))
                .toList();
    }

    private static String array(Collection<String> names) {
        return names.stream().map(SideEffects::literal).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    private static String ident(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /// Everything is qualified: the session's search path is that of the statement.
    private static final String SQL = """
            WITH RECURSIVE target AS (
                SELECT pg_catalog.to_regclass($target)::pg_catalog.oid AS oid
            ), touched AS (
                SELECT oid FROM target WHERE oid IS NOT NULL
                UNION
                SELECT more.oid FROM touched CROSS JOIN LATERAL (
                    SELECT i.inhrelid AS oid FROM pg_catalog.pg_inherits i WHERE i.inhparent = touched.oid
                    UNION ALL
                    SELECT c.conrelid FROM pg_catalog.pg_constraint c WHERE c.contype = 'f' AND c.confrelid = touched.oid
                        AND (c.confdeltype IN ('c', 'n', 'd') OR c.confupdtype IN ('c', 'n', 'd'))
                ) AS more
            ), parts AS (
                SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass AS class, c.oid FROM pg_catalog.pg_constraint c
                WHERE c.conrelid IN (SELECT oid FROM touched) OR c.contypid IN (
                    SELECT a.atttypid FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid IN (SELECT oid FROM touched) AND a.attnum > 0)
                UNION ALL
                SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, i.indexrelid FROM pg_catalog.pg_index i
                WHERE i.indrelid IN (SELECT oid FROM touched)
                UNION ALL
                SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass, d.oid FROM pg_catalog.pg_attrdef d
                JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                WHERE d.adrelid IN (SELECT oid FROM touched) AND ($defaults OR a.attgenerated <> '')
                UNION ALL
                SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, p.oid FROM pg_catalog.pg_policy p
                WHERE p.polrelid IN (SELECT oid FROM touched)
                    OR p.polrelid IN (SELECT pg_catalog.to_regclass(name) FROM pg_catalog.unnest($relations) AS name)
            )
            SELECT 'table', n.nspname || '.' || c.relname,
                pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid = (SELECT oid FROM target)
            UNION ALL
            SELECT 'columns', pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum), ''
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = (SELECT oid FROM target) AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT 'key', pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum), ''
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
                ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::pg_catalog.int2[])
            WHERE i.indrelid = (SELECT oid FROM target) AND i.indisprimary
            UNION ALL
            SELECT 'default', pg_catalog.pg_get_expr(d.adbin, d.adrelid), ''
            FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            WHERE $defaults AND a.attgenerated = '' AND d.adrelid IN (SELECT oid FROM touched)
            UNION ALL
            SELECT 'trigger', t.tgname::text, t.tgrelid::pg_catalog.regclass::text FROM pg_catalog.pg_trigger t
            WHERE t.tgrelid IN (SELECT oid FROM touched) AND NOT t.tgisinternal AND t.tgenabled <> 'D'
            UNION ALL
            SELECT 'rule', r.rulename::text, r.ev_class::pg_catalog.regclass::text FROM pg_catalog.pg_rewrite r
            WHERE r.ev_class IN (SELECT oid FROM touched) AND r.ev_type <> '1'
            UNION ALL
            SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' WHEN 'v' THEN 'view' ELSE 'relation' END, c.relname::text, ''
            FROM pg_catalog.pg_class c
            WHERE c.oid IN (SELECT oid FROM touched) AND c.relkind NOT IN ('r', 'p')
                OR c.relkind = 'f' AND c.oid IN (
                    SELECT pg_catalog.to_regclass(name) FROM pg_catalog.unnest($relations) AS name)
            UNION ALL
            SELECT 'function', d.refobjid::pg_catalog.regprocedure::text, ''
            FROM parts JOIN pg_catalog.pg_depend d ON d.classid = parts.class AND d.objid = parts.oid
            WHERE d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            UNION ALL
            SELECT 'sequence', s.oid::pg_catalog.regclass::text, ''
            FROM parts JOIN pg_catalog.pg_depend d ON d.classid = parts.class AND d.objid = parts.oid
            JOIN pg_catalog.pg_class s ON s.oid = d.refobjid AND s.relkind = 'S'
            WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            UNION ALL
            SELECT 'sequence', pg_catalog.format('that of %I', a.attname), a.attrelid::pg_catalog.regclass::text
            FROM pg_catalog.pg_attribute a
            WHERE $defaults AND a.attidentity <> '' AND a.attrelid IN (SELECT oid FROM touched)
            UNION ALL
            SELECT 'function', p.proname::text, ''
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'pg_catalog' AND p.provolatile = 'v' AND p.proname::text = ANY ($functions)
                AND p.proname NOT IN ($harmless)
            """;
}
