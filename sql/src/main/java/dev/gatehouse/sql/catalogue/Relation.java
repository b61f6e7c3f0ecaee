package dev.gatehouse.sql.catalogue;

import java.util.List;
import java.util.Optional;

/// A table, view, sequence or the like.
///
/// @param oid PostgreSQL's object identifier, as an int with its bits
/// @param parents OIDs of the tables it inherits from or is a partition of
/// @param rules whether rewrite rules other than a view's own change what is done to it
/// @param judges whether it may take or refuse a row by the values in it: by a CHECK or an exclusion, a domain, an
/// index
///     over expressions or over some rows
public record Relation(
        int oid,
        String schema,
        String name,
        Kind kind,
        List<Column> columns,
        List<Integer> parents,
        boolean rules,
        boolean judges) {
    public Relation {
        columns = List.copyOf(columns);
        parents = List.copyOf(parents);
    }

    /// @param number its place in the table (attnum), from 1, with gaps where columns were dropped
    /// @param type OID of its type
    /// @param generated computed by the target from other columns
    /// @param taking which values it takes
    public record Column(String name, int number, int type, boolean notNull, boolean generated, Taking taking) {
        /// One that takes every value of its type.
        public Column(String name, int number, int type, boolean notNull, boolean generated) {
            this(name, number, type, notNull, generated, Taking.ANY);
        }
    }

    /// Whether a column tells about a value by refusing it.
    public enum Taking {
        /// It takes every value of its type.
        ANY,
        /// A value can be too long for it.
        FITTING,
        /// By what else is there, in it or in a table it refers to, or by a narrow limit.
        CHOSEN
    }

    public enum Kind {
        TABLE('r', "table"),
        PARTITIONED('p', "partitioned table"),
        VIEW('v', "view"),
        MATERIALIZED_VIEW('m', "materialized view"),
        FOREIGN('f', "foreign table"),
        SEQUENCE('S', "sequence");

        private final char code;
        private final String words;

        Kind(char code, String words) {
            this.code = code;
            this.words = words;
        }

        public static Optional<Kind> of(String relkind) {
            for (Kind kind : values()) {
                if (relkind.length() == 1 && relkind.charAt(0) == kind.code) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        public String code() {
            return String.valueOf(code);
        }

        public String words() {
            return words;
        }

        /// Whether its rows are stored in it, or in its partitions, and come out as they are.
        public boolean ordinary() {
            return this == TABLE || this == PARTITIONED;
        }
    }

    public boolean system() {
        return schema.equals("pg_catalog") || schema.equals("information_schema");
    }

    public String qualified() {
        return schema + "." + name;
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
}
