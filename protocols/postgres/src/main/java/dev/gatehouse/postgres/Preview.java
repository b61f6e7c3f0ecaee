package dev.gatehouse.postgres;

import java.util.List;
import java.util.Optional;

/// What somebody who decides about a statement learns of what it would do.
public sealed interface Preview {
    /// The rows that it is about, without running it.
    ///
    /// @param question how they were counted; empty when the statement itself says it
    /// @param because why it was not tried, where that was allowed
    record Counted(long rows, Optional<String> question, Optional<String> because) implements Preview {}

    /// It was run and rolled back.
    ///
    /// @param rows that it changed
    /// @param unseen why there are no samples
    record Tried(long rows, Optional<Samples> samples, Optional<String> unseen) implements Preview {}

    record Declined(String because) implements Preview {}

    /// Some of the rows changed, under the masks of whoever looks.
    record Samples(String table, List<String> columns, List<Change> changes) {}

    /// @param before empty for a row that would be new
    /// @param after empty for a row that would be gone
    record Change(Optional<List<Optional<String>>> before, Optional<List<Optional<String>>> after) {}
}
