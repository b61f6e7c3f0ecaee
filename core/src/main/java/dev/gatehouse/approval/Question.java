package dev.gatehouse.approval;

import dev.gatehouse.model.Id;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Verdict;
import java.util.List;
import java.util.Optional;

/// What people are asked: whether one operation may run, or go on.
///
/// @param asking the rules that ask; all of them must be satisfied
/// @param changed how many rows it changed when it ran last and was rolled back, because people had seen another number
/// @param client who is held meanwhile
/// @param waiting how the hold ends from outside
public record Question(
        Id session,
        Id operation,
        Facts facts,
        List<Verdict> asking,
        Optional<Long> changed,
        HeldClient client,
        Waiting waiting) {
    /// About something that did not run yet.
    public Question(Id session, Id operation, Facts facts, List<Verdict> asking, HeldClient client, Waiting waiting) {
        this(session, operation, facts, asking, Optional.empty(), client, waiting);
    }

    public Question {
        asking = List.copyOf(asking);
        if (asking.isEmpty()) {
            throw new IllegalArgumentException("a question needs a rule that asks it");
        }
    }
}
