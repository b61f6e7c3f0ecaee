package dev.gatehouse.control.console;

import dev.gatehouse.api.RequestPreview.Change;
import dev.gatehouse.api.RequestPreview.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Rows as a statement would leave them, one line each. Columns in which something changes stand right after the
/// first one, so that they are seen without scrolling.
///
/// @param table `schema.table`
/// @param order positions of the columns as they are shown
public record ShownSamples(String table, List<String> columns, List<Change> changes, List<Integer> order) {
    public ShownSamples {
        columns = List.copyOf(columns);
        changes = List.copyOf(changes);
        order = List.copyOf(order);
    }

    public static ShownSamples of(Samples samples) {
        List<Change> changes = samples.changes();
        List<Integer> order = IntStream.range(0, samples.columns().size())
                .boxed()
                .sorted(Comparator.comparing(
                        column -> column > 0 && changes.stream().noneMatch(change -> changed(change, column))))
                .toList();
        return new ShownSamples(samples.table(), samples.columns(), changes, order);
    }

    private static boolean changed(Change change, int column) {
        return change.before().isPresent()
                && change.after().isPresent()
                && !value(change.before(), column).equals(value(change.after(), column));
    }

    /// The value that goes away: of a changed column, or of a row that would be gone.
    public Optional<String> gone(Change change, int column) {
        return change.after().isEmpty() || changed(change, column)
                ? Optional.of(value(change.before(), column))
                : Optional.empty();
    }

    /// The value that comes: of a changed column, or of a row that would be new.
    public Optional<String> fresh(Change change, int column) {
        return change.before().isEmpty() || changed(change, column)
                ? Optional.of(value(change.after(), column))
                : Optional.empty();
    }

    /// The value that stays as it is.
    public Optional<String> kept(Change change, int column) {
        return gone(change, column).isPresent() || fresh(change, column).isPresent()
                ? Optional.empty()
                : Optional.of(value(change.before(), column));
    }

    private static String value(Optional<List<Optional<String>>> row, int column) {
        return row.filter(values -> column < values.size())
                .map(values -> values.get(column).orElse("NULL"))
                .orElse("–");
    }
}
