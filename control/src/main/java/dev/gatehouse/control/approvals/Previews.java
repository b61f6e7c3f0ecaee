package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.Optional;

/// Shows whoever decides what an operation would do, before they say yes.
@FunctionalInterface
public interface Previews {
    /// An exchange of its own: decided by the rules of the operation, recorded, attributed to `by`.
    Preview of(Principal by, Request request);

    sealed interface Preview {
        /// The rows that the operation is about now, without running it.
        ///
        /// @param question how they were counted; empty when the statement itself says it
        /// @param because why it was not tried, where the connection would allow it
        record Counted(long rows, Optional<String> question, Optional<String> because) implements Preview {}

        /// It was run and rolled back.
        ///
        /// @param rows that it changed
        /// @param unseen why there are no samples
        record Tried(long rows, Optional<Samples> samples, Optional<String> unseen) implements Preview {}

        /// @param because a sentence that says why there is none
        record Declined(String because) implements Preview {}
    }

    /// Some of the rows changed, under the masks of whoever looks.
    record Samples(String table, List<String> columns, List<Change> changes) {
        public Samples {
            columns = List.copyOf(columns);
            changes = List.copyOf(changes);
        }
    }

    /// @param before empty for a row that would be new
    /// @param after empty for a row that would be gone
    record Change(Optional<List<Optional<String>>> before, Optional<List<Optional<String>>> after) {}
}
