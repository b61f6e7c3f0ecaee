package dev.gatehouse.sql.analysis;

/// A name that does not exist, in the words that the target itself would use.
///
/// @param sqlState 42P01 for a table, 42703 for a column
public record Missing(String sqlState, String message) {
    static Missing relation(String name) {
        return new Missing("42P01", "relation \"" + name + "\" does not exist");
    }

    static Missing range(String name) {
        return new Missing("42P01", "missing FROM-clause entry for table \"" + name + "\"");
    }

    static Missing column(String name) {
        return new Missing("42703", "column \"" + name + "\" does not exist");
    }

    static Missing column(String range, String name) {
        return new Missing("42703", "column " + range + "." + name + " does not exist");
    }

    static Missing target(String relation, String name) {
        return new Missing("42703", "column \"" + name + "\" of relation \"" + relation + "\" does not exist");
    }
}
