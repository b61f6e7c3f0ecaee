package dev.gatehouse.control.admin;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.Problem;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionEnding;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.control.admin.ports.OpenSessions.Open;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.model.Id;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds, shows, replays and ends sessions.
final class SessionEndpoints {
    private static final Set<String> VERDICTS = Set.of("allow", "deny", "hold");

    private final Ports ports;

    SessionEndpoints(Ports ports) {
        this.ports = ports;
    }

    Answer find(Caller caller, Asked asked) throws Malformed, IOException {
        SessionQuery query = query(asked);
        Page<SessionSummary> page = ports.records().find(query, caller.visible());
        Set<String> open = openIds();
        return Answer.ok(new Page<>(
                page.items().stream()
                        .map(session -> session.withLive(open.contains(session.id())))
                        .toList(),
                page.cursor()));
    }

    private static SessionQuery query(Asked asked) throws Malformed {
        Optional<String> verdict = asked.query("verdict");
        if (verdict.isPresent() && !VERDICTS.contains(verdict.get())) {
            throw new Malformed("`verdict` must be allow, deny or hold.");
        }
        Optional<String> cursor = asked.query("cursor");
        if (cursor.isPresent() && Id.parse(cursor.get()).isEmpty()) {
            throw new Malformed("`cursor` is none that a list ended with.");
        }
        return new SessionQuery(
                asked.query("who"),
                asked.query("connection"),
                asked.time("since"),
                asked.time("until"),
                verdict,
                asked.query("table"),
                asked.query("category"),
                cursor,
                asked.number("limit", SessionQuery.USUAL, SessionQuery.MOST));
    }

    /// The statements of a session. That somebody looked is on record first.
    Answer show(Caller caller, Asked asked) throws Malformed, IOException {
        Id id = asked.id();
        Optional<SessionDetail> found = visible(caller, id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        ports.audit().recordRead(caller.principal(), id, "statements");
        SessionDetail detail = found.get();
        boolean live = openIds().contains(id.toString());
        return Answer.ok(new SessionDetail(
                detail.session().withLive(live),
                detail.protocol(),
                detail.source(),
                detail.client(),
                detail.operations(),
                detail.deliveries(),
                detail.checkpoint(),
                live && ports.open().watchable() && caller.roles().contains(Role.AUDITOR),
                detail.exact() && caller.roles().contains(Role.AUDITOR)));
    }

    private Optional<SessionDetail> visible(Caller caller, Id id) throws IOException {
        return ports.records()
                .show(id, caller.principal())
                .filter(detail ->
                        caller.may(detail.session().who(), detail.session().root()));
    }

    /// What the client received, made readable. That somebody looked is on record first.
    Answer answers(Caller caller, Asked asked) throws Malformed, IOException {
        Id id = asked.id();
        if (ports.records().show(id, caller.principal()).isEmpty()) {
            return unknown(id);
        }
        ports.audit().recordRead(caller.principal(), id, "answers");
        return ports.records()
                .answers(id, caller.principal())
                .<Answer>map(Answer::ok)
                .orElseGet(() -> unknown(id));
    }

    /// What the client received, byte for byte. That somebody looked is on record first. Bytes cannot be masked and
    /// stay what they were, so whoever may not see all of them gets none.
    Answer replay(Caller caller, Asked asked) throws Malformed, IOException {
        Id id = asked.id();
        Optional<SessionDetail> found = ports.records().show(id, caller.principal());
        if (found.isEmpty()) {
            return unknown(id);
        }
        if (!found.get().exact()) {
            return new Answer.Refused(Problem.of(
                    403,
                    "masks-are-stricter",
                    "Your masks are stricter than what was shown",
                    "The bytes of this session hold values that you may not see. See what you may of them with:"
                            + " gatehouse sessions play " + id));
        }
        ports.audit().recordRead(caller.principal(), id, "answers");
        return new Answer.Stream(out -> ports.records().replay(id, out));
    }

    Answer end(Caller caller, Asked asked) throws Malformed {
        Id id = asked.id();
        int ended = ports.open()
                .end(
                        open -> open.id().equals(id) && mayEnd(caller, open),
                        "killed",
                        "The session was ended: killed by "
                                + (caller.everything() ? "an operator of the gateway." : "its owner."));
        return ended > 0 ? Answer.ok(new SessionEnding(id.toString(), true)) : unknown(id);
    }

    private static boolean mayEnd(Caller caller, Open open) {
        return caller.may(open.principal().who(), open.principal().root());
    }

    private Set<String> openIds() {
        return ports.open().list().stream().map(open -> open.id().toString()).collect(Collectors.toUnmodifiableSet());
    }

    private static Answer unknown(Id id) {
        return Answer.notFound("There is no session " + id + " for you; see: gatehouse sessions list.");
    }
}
