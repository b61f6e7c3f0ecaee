package dev.gatehouse.model;

import java.util.List;
import java.util.Set;

/// One column of an answer and where its values can come from.
///
/// @param name as the target will name it, as far as that can be told
/// @param sources columns whose values it can carry; empty for constants, counts and the like
/// @param categories what the sources hold; empty when there is no source. A source that nobody classified counts only
///     if its type can say something about a person: boolean, numbers, timestamps, times, uuid and enums (arrays and
///     domains as their base type) do not put `unclassified` here
/// @param plain the value of exactly one source column, unchanged; anything else may hide what a detector or a partial
///     mask would look for
/// @param tableOid PostgreSQL's OID of the one source table of a plain column, 0 otherwise
/// @param attribute the number of the column in that table, 0 otherwise
/// @param subject whether a plain value identifies the person the row is about
public record OutputColumn(
        String name,
        List<ColumnName> sources,
        Set<Category> categories,
        boolean plain,
        int tableOid,
        int attribute,
        boolean subject) {
    public OutputColumn {
        sources = List.copyOf(sources);
        categories = Set.copyOf(categories);
    }

    /// A column that carries nothing of any table.
    public static OutputColumn constant(String name) {
        return new OutputColumn(name, List.of(), Set.of(), false, 0, 0, false);
    }
}
