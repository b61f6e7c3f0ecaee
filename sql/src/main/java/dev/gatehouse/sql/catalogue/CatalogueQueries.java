package dev.gatehouse.sql.catalogue;

/// The look-ups that make a catalogue, as fixed texts for PostgreSQL 12 and later.
///
/// Each returns text columns only and reads nothing but `pg_catalog`; run all of them in one transaction of isolation
/// level REPEATABLE READ, READ ONLY, so that they describe one moment, with `search_path` at `pg_catalog`. Temporary
/// objects are left out: no other session
/// could tell whose they are.
public enum CatalogueQueries {
    VERSION("SELECT pg_catalog.current_setting('server_version_num')"),

    SCHEMAS("SELECT nspname::text FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_(toast|temp)'"),

    /// oid, schema, name, kind, rules, judges
    RELATIONS("""
            SELECT c.oid::text, n.nspname::text, c.relname::text, c.relkind::text, EXISTS (
                SELECT 1 FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN')::text,
                (EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'x'))
                 OR EXISTS (SELECT 1 FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid
                    AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL))
                 OR EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND t.typtype = 'd'
                      AND n.nspname <> 'information_schema'))::text
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_(toast|temp)'
            ORDER BY 2, 3"""),

    /// relation, number, name, type, not null, generated, taking
    COLUMNS("""
            SELECT a.attrelid::text, a.attnum::text, a.attname::text, a.atttypid::text, a.attnotnull::text,
                   (a.attgenerated <> '')::text,
                   CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_index i WHERE i.indrelid = a.attrelid
                               AND i.indisunique AND a.attnum = ANY (i.indkey))
                          OR EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conrelid = a.attrelid
                               AND k.contype = 'f' AND a.attnum = ANY (k.conkey))
                          OR (a.atttypid IN (1042, 1043) AND a.atttypmod BETWEEN 0 AND 67)
                        THEN 'CHOSEN'
                        WHEN a.atttypmod >= 0 AND a.atttypid IN (1014, 1015, 1042, 1043, 1231, 1560, 1561, 1562, 1563, 1700)
                        THEN 'FITTING' ELSE 'ANY' END
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
            WHERE t >= 16384"""),

    /// view, query; with `search_path` at `pg_catalog` alone, so that all other names are written with their schema.
    ///
    /// Asking for a definition waits for whoever changes a table below it, and that may be the session that
    /// waits for this answer. Such views are left out: until the change is over nobody could read them anyway.
    VIEWS("""
            SELECT c.oid::text, pg_catalog.pg_get_viewdef(c.oid)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't'
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite r
                  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                   AND d.objid = r.oid AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                  JOIN pg_catalog.pg_locks l ON l.locktype = 'relation' AND l.relation = d.refobjid
                   AND l.mode = 'AccessExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid()
                  WHERE r.ev_class = c.oid)
            ORDER BY c.oid"""),

    /// schema, name, kind, language, volatility, arguments, defaults, variadic, extension, shadows, columns (with the
    /// unit separator between), definition
    FUNCTIONS("""
            SELECT n.nspname::text, p.proname::text, p.prokind::text, l.lanname::text, p.provolatile::text,
                   p.pronargs::text, p.pronargdefaults::text, (p.provariadic <> 0)::text,
                   EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                       WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                         AND d.objid = p.oid AND d.deptype = 'e')::text,
                   EXISTS (SELECT 1 FROM pg_catalog.pg_proc b WHERE b.proname = p.proname
                         AND b.pronamespace = 'pg_catalog'::pg_catalog.regnamespace)::text,
                   COALESCE((SELECT pg_catalog.string_agg(a.name, pg_catalog.chr(31) ORDER BY a.place)
                       FROM ROWS FROM (pg_catalog.unnest(p.proargnames), pg_catalog.unnest(p.proargmodes::text[]))
                           WITH ORDINALITY AS a (name, mode, place) WHERE a.mode IN ('o', 'b', 't')),
                     (SELECT pg_catalog.string_agg(a.attname, pg_catalog.chr(31) ORDER BY a.attnum)
                       FROM pg_catalog.pg_type t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.typrelid
                       WHERE t.oid = p.prorettype AND a.attnum > 0 AND NOT a.attisdropped), ''),
                   CASE WHEN l.lanname = 'sql' AND p.prokind IN ('f', 'p')
                        THEN pg_catalog.pg_get_functiondef(p.oid) ELSE '' END
            FROM pg_catalog.pg_proc p
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_catalog.pg_language l ON l.oid = p.prolang
            WHERE (p.oid >= 16384 OR n.nspname <> 'pg_catalog') AND n.nspname <> 'information_schema'
              AND n.nspname !~ '^pg_(toast|temp)'
            ORDER BY 1, 2, p.oid""");

    private final String sql;

    CatalogueQueries(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }

    /// Whether catalogues that were saved before this look-up existed may still be read.
    boolean optional() {
        return this == VIEWS || this == FUNCTIONS;
    }
}
