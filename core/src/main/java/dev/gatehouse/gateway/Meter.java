package dev.gatehouse.gateway;

import dev.gatehouse.gateway.RowBudget.Window;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Watches one answer against the limits that its decision carries. One thread.
final class Meter {
    private final List<Watched> watched = new ArrayList<>();
    private final boolean limited;
    private final RowBudget budget;
    private final Counts inSession;
    private final Identity root;
    private final String connection;
    private final InstantSource clock;

    /// One limit in force. A row of an answer costs no look-up and no object, unless persons are counted.
    private static final class Watched {
        private final Verdict limit;
        private final Approval.Over over;
        private final Optional<Subjects> subjects;
        private final Counts persons = new Counts();
        private @Nullable Window window;
        private long inStatement;
        private boolean lifted;

        Watched(Verdict limit, Approval.Over over) {
            this.limit = limit;
            this.over = over;
            subjects = over.measure() == Approval.Measure.SUBJECTS ? Optional.of(new Subjects()) : Optional.empty();
        }
    }

    Meter(
            List<Verdict> limits,
            RowBudget budget,
            Counts inSession,
            Identity root,
            String connection,
            InstantSource clock) {
        limited = !limits.isEmpty();
        for (Verdict limit : limits) {
            limit.approval().flatMap(Approval::over).ifPresent(over -> watched.add(new Watched(limit, over)));
        }
        this.budget = budget;
        this.inSession = inSession;
        this.root = root;
        this.connection = connection;
        this.clock = clock;
    }

    /// Counts one row about to be delivered. A limit that it would exceed is put to `people`: their yes lifts that
    /// limit for the rest of this answer, whose rows then do not count any further.
    ///
    /// @param subject asked for whom the row is about, only where a limit counts persons
    Optional<Refusal> row(long bytes, Supplier<Optional<Slice>> subject, Function<Verdict, Optional<Refusal>> people) {
        for (Watched each : watched) {
            if (!each.lifted && count(each, bytes, subject) > each.over.threshold()) {
                var refusal = people.apply(each.limit);
                if (refusal.isPresent()) {
                    return refusal;
                }
                each.lifted = true;
            }
        }
        return Optional.empty();
    }

    boolean limited() {
        return limited;
    }

    private long count(Watched each, long bytes, Supplier<Optional<Slice>> subject) {
        return switch (each.over.measure()) {
            case BYTES -> count(each, bytes);
            case ROWS -> count(each, 1);
            case SUBJECTS -> person(each, subject.get().map(each.subjects.orElseThrow()::of));
        };
    }

    private long count(Watched each, long amount) {
        return switch (each.over.per().span()) {
            case STATEMENT -> each.inStatement += amount;
            case SESSION -> inSession.add(each.limit.rule(), amount);
            case WINDOW -> window(each).add(amount, clock.millis());
        };
    }

    private long person(Watched each, Optional<Slice> who) {
        String rule = each.limit.rule();
        return switch (each.over.per().span()) {
            case STATEMENT -> each.persons.add(rule, each.over, who);
            case SESSION -> inSession.add(rule, each.over, who);
            case WINDOW -> window(each).add(who, clock.millis());
        };
    }

    private Window window(Watched each) {
        if (each.window == null) {
            each.window = budget.window(each.limit.rule(), root, connection, each.over);
        }
        return each.window;
    }
}
