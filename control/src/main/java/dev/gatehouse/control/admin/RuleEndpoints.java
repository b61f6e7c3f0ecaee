package dev.gatehouse.control.admin;

import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.ExplainRequest;
import dev.gatehouse.api.Problem;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.RuleBook.Explained;
import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Tells the rules, what they would decide, how they changed, and what came of them.
final class RuleEndpoints {
    private static final long FIVE_MINUTES = 300;
    private static final String SQL = "postgres";
    private static final int UNAVAILABLE = 503;
    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_SLOTS = 96;
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Ports ports;
    private final Semaphore explaining = new Semaphore(MOST_AT_ONCE);

    RuleEndpoints(Ports ports) {
        this.ports = ports;
    }

    Answer list(Asked asked) throws Malformed, IOException {
        return Paging.of(ports.rules().rules(), RuleInfo::id, asked);
    }

    Answer loads(Asked asked) throws Malformed, IOException {
        return Paging.of(ports.rules().loads(), ConfigurationLoad::id, asked);
    }

    Answer difference(Asked asked) throws IOException {
        return ports.rules()
                .difference(asked.path("from"), asked.path("to"))
                .<Answer>map(Answer::ok)
                .orElseGet(() -> Answer.notFound("There are no two loads of these ids whose text is on record."));
    }

    /// Each look reads at the target, so a few people at most may look at once.
    Answer explain(Caller caller, Asked asked) throws Malformed, IOException {
        var wish = asked.body(ExplainRequest.class, new ExplainRequest("", "", Optional.empty()));
        if (wish.sql().isBlank()) {
            throw new Malformed("`sql` is missing: the statement to explain.");
        }
        boolean open = ports.connections()
                        .named(wish.connection())
                        .filter(connection -> connection.type().equals(SQL))
                        .filter(connection -> connection.access().matches(caller.principal()))
                        .isPresent()
                && !ports.switches().disabled(new Switchboard.Switch.OfConnection(wish.connection()));
        if (!open) {
            return Answer.notFound("There is no database connection of that name that you may use now.");
        }
        if (!explaining.tryAcquire()) {
            return unavailable("Others are asking right now; try again in a moment.");
        }
        try {
            Principal by = wish.purpose().map(caller.principal()::withPurpose).orElse(caller.principal());
            return switch (ports.rules().explain(by, wish.connection(), wish.sql())) {
                case Explained.Known known -> Answer.ok(known.explanation());
                case Explained.Unknown(String because) -> unavailable(because);
            };
        } finally {
            explaining.release();
        }
    }

    private static Answer unavailable(String because) {
        return new Answer.Refused(Problem.of(UNAVAILABLE, "cannot-explain", "This cannot be explained now", because));
    }

    /// The end of the five minutes that are running: what is counted is counted by those.
    private static Instant soon(Instant now) {
        long whole = Math.floorDiv(now.getEpochSecond(), FIVE_MINUTES) + 1;
        return Instant.ofEpochSecond(whole * FIVE_MINUTES);
    }

    Answer overview(Caller caller, Asked asked) throws Malformed, IOException {
        Instant until = asked.time("until").orElseGet(() -> soon(ports.clock().instant()));
        Instant since = asked.time("since").orElse(until.minus(Duration.ofDays(1)));
        int slots = asked.number("slots", 24, MOST_SLOTS);
        if (!since.isBefore(until) || since.isBefore(until.minus(LONGEST))) {
            throw new Malformed("`since` must be before `until`, by " + LONGEST.toDays() + " days at most.");
        }
        return Answer.ok(ports.records().overview(since, until, slots, caller.visible()));
    }
}
