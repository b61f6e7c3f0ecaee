package dev.gatehouse.gateway;

import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Approval;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What answers delivered of each rule's measure, in one statement or in one session. Thread-safe: answers of a session
/// may be counted by different threads.
final class Counts {
    /// More persons than this are counted row by row, which can only be stricter.
    static final int MOST_SUBJECTS = 1_000_000;

    private final Map<String, Long> amounts = new HashMap<>();
    private final Map<String, Set<Slice>> subjects = new HashMap<>();

    synchronized long add(String rule, long amount) {
        return amounts.merge(rule, amount, Long::sum);
    }

    /// Counts one person.
    ///
    /// @param who a keyed hash; empty when a row does not say whom it is about, and then counts as one more
    synchronized long add(String rule, Approval.Over over, Optional<Slice> who) {
        boolean known = who.isPresent() && !fresh(rule, over, who.get());
        return add(rule, known ? 0 : 1);
    }

    private boolean fresh(String rule, Approval.Over over, Slice who) {
        var seen = subjects.computeIfAbsent(rule, _ -> new HashSet<>());
        if (seen.size() > Math.min(over.threshold(), MOST_SUBJECTS)) {
            return !seen.contains(who);
        }
        return seen.add(who);
    }
}
