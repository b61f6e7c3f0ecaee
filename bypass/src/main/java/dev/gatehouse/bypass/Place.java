package dev.gatehouse.bypass;

import java.util.Map;
import java.util.regex.Pattern;

/// Where the canary sits: one cell of a table whose column the proxy masks.
///
/// @param key a column that identifies a row
/// @param id the row, as a SQL literal
/// @param column the masked text column
/// @param clear a text column of the same table that is shown
public record Place(String table, String key, String id, String column, String clear) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(t|k|id|c|o|value|prefix|half)\\}");
    private static final int PREFIX = 3;

    /// The statement with its placeholders filled in: `{t}` table, `{k}` key column, `{id}` the row, `{c}` the masked
    /// column, `{o}` the clear one, `{value}` the value guessed, `{prefix}` how it begins, `{half}` a value that
    /// sorts between the two canaries.
    String fill(String statement, Canaries canaries) {
        var words = Map.of(
                "t", table,
                "k", key,
                "id", id,
                "c", column,
                "o", clear,
                "value", canaries.first(),
                "prefix", canaries.first().substring(0, PREFIX),
                "half", canaries.between());
        return PLACEHOLDER
                .matcher(statement)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        java.util.Objects.requireNonNull(words.get(found.group(1)))));
    }

    /// Puts a value into the cell; run over the direct connection.
    String plant(String value) {
        return "UPDATE " + table + " SET " + column + " = '" + value.replace("'", "''") + "' WHERE " + key + " = " + id;
    }

    /// Asks for the value that is there.
    String look() {
        return "SELECT " + column + " FROM " + table + " WHERE " + key + " = " + id;
    }
}
