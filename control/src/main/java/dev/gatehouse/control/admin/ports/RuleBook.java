package dev.gatehouse.control.admin.ports;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.Explanation;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The rules in force, how they came to be, and what they would decide.
public interface RuleBook {
    /// In file order.
    List<RuleInfo> rules() throws IOException;

    /// The newest first.
    List<ConfigurationLoad> loads() throws IOException;

    /// Empty when one of the loads is unknown or its text is not on record.
    Optional<ConfigurationDifference> difference(String from, String to) throws IOException;

    /// Understands and decides `sql` as in a new session of `who`; runs nothing of it.
    Explained explain(Principal who, String connection, String sql) throws IOException;

    /// What came of it.
    sealed interface Explained {
        record Known(Explanation explanation) implements Explained {}

        /// @param because says why it cannot be told
        record Unknown(String because) implements Explained {}
    }
}
