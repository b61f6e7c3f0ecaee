package dev.gatehouse.sql.catalogue;

/// The look-ups that make a catalogue, as fixed texts for PostgreSQL 12 and later.
///
/// Each returns text columns only and reads nothing but `pg_catalog`; run all of them in one transaction of isolation
/// level REPEATABLE READ, READ ONLY, so that they describe one moment. Temporary objects are left out: no other session
/// could tell whose they are.
public enum CatalogueQueries {
    VERSION("SELECT pg_catalog.current_setting('server_version_num')"),

    SCHEMAS("SELECT nspname::text FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_(toast|temp)'"),

    /// oid, schema, name, kind, rules
    RELATIONS("""
            SELECT c.oid::text, n.nspname::text, c.relname::text, c.relkind::text, EXISTS (
                SELECT 1 FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN')::text
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_(toast|temp)'
            ORDER BY 2, 3"""),

    /// relation, number, name, type, not null, generated
    COLUMNS("""
            SELECT a.attrelid::text, a.attnum::text, a.attname::text, a.atttypid::text, a.attnotnull::text,
                   (a.attgenerated <> '')::text
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
              AND c.relpersistence <> 't' AND n.nspname !~ '^pg_(toast|temp)'
            ORDER BY a.attrelid, a.attnum"""),

    /// child, parent
    PARENTS("SELECT inhrelid::text, inhparent::text FROM pg_catalog.pg_inherits ORDER BY inhrelid, inhseqno"),

    /// oid, schema, name, kind, element, base, extension
    TYPES("""
            SELECT t.oid::text, n.nspname::text, t.typname::text, t.typtype::text,
                   (CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END)::text, t.typbasetype::text, EXISTS (
                SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                   AND d.objid = t.oid AND d.deptype = 'e')::text
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE (n.nspname NOT IN ('pg_catalog', 'information_schema') OR t.typtype IN ('d', 'e')
                   OR t.typcategory = 'A') AND n.nspname !~ '^pg_(toast|temp)'
            ORDER BY t.oid"""),

    /// schema, name, volatility, language, returns a set, extension
    ROUTINES("""
            SELECT DISTINCT n.nspname::text, p.proname::text, p.provolatile::text, l.lanname::text,
                   p.proretset::text, EXISTS (
                SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                   AND d.objid = p.oid AND d.deptype = 'e')::text
            FROM pg_catalog.pg_proc p
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_catalog.pg_language l ON l.oid = p.prolang
            WHERE p.oid >= 16384 OR n.nspname <> 'pg_catalog'
            ORDER BY 1, 2"""),

    /// schema, name: operators that could be chosen instead of a built-in one. An extension's operators on its own
    /// types cannot.
    OPERATORS("""
            SELECT DISTINCT n.nspname::text, o.oprname::text
            FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
            WHERE o.oid >= 16384 AND (
                NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass
                      AND d.objid = o.oid AND d.deptype = 'e')
                OR (o.oprleft < 16384 AND o.oprright < 16384))
            ORDER BY 1, 2"""),

    /// type
    CASTS("""
            SELECT DISTINCT t::text FROM (
                SELECT castsource FROM pg_catalog.pg_cast c WHERE c.oid >= 16384 AND c.castmethod = 'f'
                   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                       WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass
                         AND d.objid = c.oid AND d.deptype = 'e')
                UNION SELECT casttarget FROM pg_catalog.pg_cast c WHERE c.oid >= 16384 AND c.castmethod = 'f'
                   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                       WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass
                         AND d.objid = c.oid AND d.deptype = 'e')) x(t)
            WHERE t >= 16384""");

    private final String sql;

    CatalogueQueries(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}
