package dev.gatehouse.api;

import java.util.List;
import java.util.Optional;

/// What a request's operation would do.
///
/// @param kind `count`: the rows that it is about were counted, without running it; `execute`: it was run, and rolled
///     back; `declined`: neither
/// @param rows how many rows it is about, or changed when it was tried; absent with `declined`
/// @param question the statement that counted them, if one was needed
/// @param because with `declined`, why there is no preview; with `count`, why it was not tried where the connection
///     allows that
/// @param samples some of the rows that it changed; with `execute`
/// @param unseen why there are no samples, with `execute`
public record RequestPreview(
        String kind,
        Optional<Long> rows,
        Optional<String> question,
        Optional<String> because,
        Optional<Samples> samples,
        Optional<String> unseen) {
    /// Rows as they were and as they would be, under the masks of whoever looks.
    ///
    /// @param table `schema.table`
    /// @param columns names, for `before` and `after`
    /// @param changes at most 20
    public record Samples(String table, List<String> columns, List<Change> changes) {
        public Samples {
            columns = List.copyOf(columns);
            changes = List.copyOf(changes);
        }
    }

    /// One row.
    ///
    /// @param before its values, NULL as null; absent for a row that would be new
    /// @param after absent for a row that would be gone
    public record Change(Optional<List<Optional<String>>> before, Optional<List<Optional<String>>> after) {}
}
