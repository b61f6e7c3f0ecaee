package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.Set;

/// What would be asked of people if somebody did something now.
public interface Foresight {
    /// Understands and decides `sql` as in a new session of `who`.
    Foreseen statement(Principal who, String connection, String sql);

    /// Which rules would ask about an ordinary, filtered statement with one of `effects`.
    Foreseen window(Principal who, String connection, Set<Effect> effects);

    sealed interface Foreseen {
        /// @param text empty for a window
        record Asked(java.util.Optional<Wish.Text> text, List<Ask> asks) implements Foreseen {}

        /// Nobody would be asked.
        ///
        /// @param because says why, and what to do instead
        record Needless(String because) implements Foreseen {}
    }
}
