package dev.gatehouse.control.admin;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.Problem;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionReplay.Step;
import dev.gatehouse.api.SessionWatch;
import dev.gatehouse.api.WatchRequest;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets an auditor watch a session while it goes on: if the configuration allows it at all, after they have said what
/// for, and on record before they see anything.
final class WatchEndpoints {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int LONGEST_WORDS = 1000;
    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_WATCHES = 1000;

    private final Ports ports;
    private final SecureRandom random = new SecureRandom();
    private final Map<Id, Watch> watches = new HashMap<>();

    WatchEndpoints(Ports ports) {
        this.ports = ports;
    }

    private record Watch(Identity by, Id session, Instant until) {}

    Answer begin(Caller caller, Asked asked) throws Malformed, IOException {
        Id session = asked.id();
        String because = asked.body(WatchRequest.class, new WatchRequest("")).because();
        if (because.isBlank() || because.length() > LONGEST_WORDS) {
            throw new Malformed("`because` must say what for, in at most " + LONGEST_WORDS + " characters.");
        }
        if (!ports.open().watchable()) {
            return new Answer.Refused(Problem.of(
                    403,
                    "watching-is-off",
                    "Watching is off",
                    "The gateway's configuration lets nobody watch a session while it goes on (session.watch: on, or told)."
                            + " What happened can be replayed."));
        }
        if (!open(session)) {
            return Answer.notFound("There is no open session " + session + "; what is over can be replayed.");
        }
        ports.audit().watched(caller.principal(), session, because);
        ports.open().watched(session);
        return told(caller, remember(caller, session), session, 0);
    }

    private synchronized Id remember(Caller caller, Id session) {
        Instant now = ports.clock().instant();
        watches.values().removeIf(watch -> !now.isBefore(watch.until()));
        if (watches.size() >= MOST_WATCHES) {
            watches.clear();
        }
        var id = Id.random(random);
        watches.put(id, new Watch(caller.principal().who(), session, now.plus(LONGEST)));
        return id;
    }

    private boolean open(Id session) {
        return ports.open().list().stream().anyMatch(open -> open.id().equals(session));
    }

    Answer next(Caller caller, Asked asked) throws Malformed, IOException {
        Id session = asked.id();
        Optional<Id> watch = Id.parse(asked.path("watch")).filter(id -> begun(id, caller, session));
        int after = asked.query("after").isEmpty() ? 0 : asked.number("after", 1, MOST_STEPS);
        return watch.isPresent()
                ? told(caller, watch.get(), session, after)
                : Answer.notFound("This watch is over; say again what for.");
    }

    private synchronized boolean begun(Id id, Caller caller, Id session) {
        Watch watch = watches.get(id);
        return watch != null
                && watch.by().equals(caller.principal().who())
                && watch.session().equals(session)
                && ports.clock().instant().isBefore(watch.until());
    }

    /// Looks whether it is open before it looks what happened, so that nothing is missed at the end.
    private Answer told(Caller caller, Id watch, Id session, int after) throws IOException {
        boolean live = open(session);
        Optional<SessionReplay> replay = ports.records().answers(session, caller.principal());
        if (replay.isEmpty()) {
            return Answer.notFound("There is no session " + session + " on record.");
        }
        List<Step> steps = replay.get().steps();
        int over = over(steps, live);
        int from = Math.min(after, over);
        return Answer.ok(new SessionWatch(
                watch.toString(), replay.get().session().withLive(live), steps.subList(from, over), over, live));
    }

    /// How many steps are over. The last one may still be running.
    private static int over(List<Step> steps, boolean live) {
        boolean running = live
                && !steps.isEmpty()
                && steps.getLast().operation().filter(WatchEndpoints::running).isPresent();
        return steps.size() - (running ? 1 : 0);
    }

    private static boolean running(OperationRecord operation) {
        return operation.outcome().isEmpty()
                && operation.decision().filter("deny"::equals).isEmpty();
    }
}
