package dev.gatehouse.gateway;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RuleVote;
import dev.gatehouse.recording.SessionRecording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A session's own words to its recording: which event, how durable, and which contents go with it. Thread-safe.
///
/// Reads are in the log's file before they are forwarded; whatever changes something is on the disk before that.
final class SessionRecord {
    private static final int MOST_SHAPES = 10_000;

    /// Each row may be about another person and is a content of its own; one event has room for fewer than a release.
    private static final int MOST_CONTENTS = 128;

    private record Meaning(int shape, Object facts, List<List<ColumnMask>> masks) {
        /// From what differs most, since it is asked for with each operation; equal ones are mostly one object.
        @Override
        public int hashCode() {
            return 31 * shape + (facts instanceof SqlFacts sql ? Long.hashCode(sql.limit()) : facts.hashCode());
        }
    }

    private final Id session;
    private final SessionRecording recording;
    private final InstantSource clock;
    private final Quotas.Quota quota;
    private final Map<String, Integer> shapes = new HashMap<>();
    private final Set<Meaning> understood = new HashSet<>();
    private @Nullable Decision lastDecision;
    private List<RuleVote> lastVotes = List.of();
    private long delivered;

    private SessionRecord(Id session, SessionRecording recording, InstantSource clock, Quotas.Quota quota) {
        this.session = session;
        this.recording = recording;
        this.clock = clock;
        this.quota = quota;
    }

    /// @param quota to which contents are charged
    static SessionRecord open(Id session, Recorder recorder, InstantSource clock, Quotas.Quota quota) {
        return new SessionRecord(session, recorder.open(session), clock, quota);
    }

    Quotas.Quota quota() {
        return quota;
    }

    private void append(Event event, Durability durability, Content... contents) {
        recording.append(event, durability, contents);
        if (contents.length > 0) {
            quota.recorded(bytes(contents), event.at());
        }
    }

    private static long bytes(Content[] contents) {
        long sum = 0;
        for (Content content : contents) {
            sum += content.bytes().length();
        }
        return sum;
    }

    void started(Principal principal, LoginRequest login, Optional<String> protocol) {
        append(
                new Event.SessionStarted(clock.instant(), session, login.connection()),
                Durability.SYNCED,
                Contents.identity(principal, login, protocol));
    }

    void asked(Id operation, Operation asked) {
        var contents = switch (asked) {
            case Operation.Own own -> new Content[] {Contents.own(own)};
            case Operation.OfClient client -> shapeAndLiterals(client);
        };
        append(new Event.Asked(clock.instant(), session, operation, kind(asked)), Durability.BUFFERED, contents);
    }

    void preparationAsked(Id operation, Operation.Statement asked) {
        append(
                new Event.Asked(clock.instant(), session, operation, "preparation"),
                Durability.BUFFERED,
                shapeAndLiterals(asked));
    }

    void supplied(Id operation, Slice bytes) {
        append(
                new Event.Asked(clock.instant(), session, operation, "supplied"),
                Durability.WRITTEN,
                Content.of(Content.Kind.ASKED_RAW, bytes));
    }

    private synchronized Content[] shapeAndLiterals(Operation.OfClient asked) {
        var known = shapes.get(asked.shape());
        if (known != null) {
            return new Content[] {Contents.literals(known, asked)};
        }
        forgetWhenMany();
        int number = shapes.size();
        shapes.put(asked.shape(), number);
        return new Content[] {Contents.shape(number, asked.shape()), Contents.literals(number, asked)};
    }

    /// A client that invents shapes without end must not fill the memory; a forgotten one is just sealed again.
    private void forgetWhenMany() {
        if (shapes.size() >= MOST_SHAPES) {
            shapes.clear();
            understood.clear();
        }
    }

    private static String kind(Operation operation) {
        return switch (operation) {
            case Operation.Statement _ -> "statement";
            case Operation.HttpCall _ -> "http-call";
            case Operation.Own own ->
                own.purpose().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        };
    }

    /// Records a decision, and with the first of its kind what the statement means and how its answer is shown.
    void decided(Id operation, Operation asked, Decision decision, List<List<ColumnMask>> masks) {
        append(
                new Event.Decided(clock.instant(), session, operation, decision.word(), votes(decision)),
                durability(asked, decision),
                meaning(asked, masks));
    }

    /// Statements that mean the same are mostly decided by one and the same object.
    @SuppressWarnings("ReferenceEquality")
    private synchronized List<RuleVote> votes(Decision decision) {
        if (decision != lastDecision) {
            lastDecision = decision;
            lastVotes = decision.verdicts().stream()
                    .map(verdict -> new RuleVote(verdict.rule(), verdict.vote().word(), verdict.shadow()))
                    .toList();
        }
        return lastVotes;
    }

    private static Durability durability(Operation asked, Decision decision) {
        return switch (decision) {
            case Decision.Deny _ -> Durability.WRITTEN;
            case Decision.Hold _ -> Durability.SYNCED;
            case Decision.Allow _ ->
                switch (asked) {
                    case Operation.Own _ -> Durability.WRITTEN;
                    case Operation.Statement statement ->
                        statement.facts().effect().compareTo(Effect.READ) <= 0 ? Durability.WRITTEN : Durability.SYNCED;
                    case Operation.HttpCall call -> call.facts().safe() ? Durability.WRITTEN : Durability.SYNCED;
                };
        };
    }

    private synchronized Content[] meaning(Operation asked, List<List<ColumnMask>> masks) {
        if (!(asked instanceof Operation.OfClient client)) {
            return new Content[0];
        }
        if (understood.size() >= MOST_SHAPES) {
            // One shape can mean something else with each constant, such as with each LIMIT.
            understood.clear();
        }
        int shape = shapes.getOrDefault(client.shape(), -1);
        return understood.add(new Meaning(shape, meant(client), masks))
                ? new Content[] {Contents.understood(shape, client, masks)}
                : new Content[0];
    }

    /// What tells two meanings of one shape apart. The facts of an HTTP call hold its body, and its shape says all.
    private static Object meant(Operation.OfClient asked) {
        return switch (asked) {
            case Operation.Statement statement -> statement.facts();
            case Operation.HttpCall call -> call.facts().template();
        };
    }

    void held(Id operation, Id request) {
        append(new Event.Held(clock.instant(), session, operation, request), Durability.SYNCED);
    }

    /// Records what people answered, when anybody was asked.
    void answeredByPeople(Id operation, Approvals.Answer answer) {
        switch (answer) {
            case Approvals.Answer.Granted(Id request, var _) -> holdAnswered(operation, request, "granted");
            case Approvals.Answer.Refused no ->
                holdAnswered(operation, no.request().orElse(operation), no.why().word());
        }
    }

    private void holdAnswered(Id operation, Id request, String outcome) {
        append(new Event.HoldAnswered(clock.instant(), session, operation, request, outcome), Durability.SYNCED);
    }

    void answered(Id operation, Outcome outcome, long rows, long bytes, Duration took) {
        append(
                new Event.Answered(
                        clock.instant(), session, operation, outcome.word(), rows, bytes, took.toNanos() / 1000),
                Durability.BUFFERED);
    }

    synchronized void delivered(Content[] contents) {
        for (int from = 0; from < contents.length; from += MOST_CONTENTS) {
            var some = Arrays.copyOfRange(contents, from, Math.min(from + MOST_CONTENTS, contents.length));
            long bytes = bytes(some);
            append(new Event.Delivered(clock.instant(), session, delivered, bytes), Durability.WRITTEN, some);
            delivered += bytes;
        }
    }

    void ended(String reason) {
        append(new Event.SessionEnded(clock.instant(), session, reason), Durability.WRITTEN);
        recording.close();
    }
}
