package dev.gatehouse.gateway;

import dev.gatehouse.model.Identity;
import java.time.Instant;
import java.util.List;

/// Where it is kept how much of a limit over time somebody has used, so that a restart does not give it back. A port;
/// durable when [#keep] returns. Safe for many threads.
public interface BudgetLedger {
    /// Forgets everything with the process.
    BudgetLedger MEMORY = new BudgetLedger() {
        @Override
        public List<Used> used(Account account) {
            return List.of();
        }

        @Override
        public void keep(Account account, Used used) {
            // Nothing is kept.
        }
    };

    /// One limit of one person on one connection.
    ///
    /// @param about what is counted, where that is not the rule's: a column
    record Account(String rule, Identity root, String connection, String about) {}

    /// @param start of the step of time in which it was used
    /// @param end from when on it does not count any more
    /// @param amount at least what was used
    record Used(Instant start, Instant end, long amount) {}

    /// What was kept, oldest first; asked once for each account.
    List<Used> used(Account account);

    /// Keeps the amount of one step instead of what was kept of it before.
    ///
    /// @throws RuntimeException when it cannot be kept; then nothing further may be used
    void keep(Account account, Used used);
}
