package dev.gatehouse.http.mask;

import dev.gatehouse.model.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A JSON answer as its client may see it.
///
/// @param runs its bytes, cut where they begin to be about another person
/// @param rows how many objects stand directly in arrays (those within such an object not counted); one if none does
/// @param categories of personal data that occurred, shown or masked
public record MaskedJson(List<Run> runs, long rows, Set<String> categories) {
    /// @param subject whom it is about, where a field says so
    public record Run(Slice bytes, Optional<Slice> subject) {}

    public MaskedJson {
        runs = List.copyOf(runs);
        categories = Set.copyOf(categories);
    }

    public int length() {
        return runs.stream().mapToInt(run -> run.bytes().length()).sum();
    }
}
