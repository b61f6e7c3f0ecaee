package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.OperationRecord.Hold;
import dev.gatehouse.api.OperationRecord.RuleVote;
import dev.gatehouse.recording.Event;
import dev.gatehouse.server.admin.Statements.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One operation while its events are read. For one thread.
final class Step {
    private static final Set<String> CLIENTS = Set.of("statement", "http-call");

    private final Event.Asked asked;
    private final Statement statement;
    private Optional<Event.Decided> decided = Optional.empty();
    private Optional<Event.Answered> answered = Optional.empty();
    private final List<Event.Held> held = new ArrayList<>();
    private final List<Event.HoldAnswered> people = new ArrayList<>();
    private Optional<Understood> understood = Optional.empty();

    Step(Event.Asked asked, Statement statement) {
        this.asked = asked;
        this.statement = statement;
    }

    Optional<Long> shape() {
        return statement.shape();
    }

    /// Whether a client asked for it and has its answer.
    boolean client() {
        return CLIENTS.contains(asked.kind());
    }

    Optional<Understood> understood() {
        return understood;
    }

    void decided(Event.Decided event, Optional<Understood> meaning) {
        decided = Optional.of(event);
        understood = meaning;
    }

    void answered(Event.Answered event) {
        answered = Optional.of(event);
    }

    void held(Event.Held event) {
        held.add(event);
    }

    /// What people answered; one that was refused has no other outcome.
    void answeredByPeople(Event.HoldAnswered event) {
        people.add(event);
    }

    OperationRecord record() {
        return new OperationRecord(
                asked.operation().toString(),
                asked.at(),
                asked.kind(),
                statement.text(),
                understood.flatMap(Understood::effect),
                decided.map(Event.Decided::decision),
                decided.map(Step::votes).orElse(List.of()),
                answered.map(Event.Answered::outcome)
                        .or(() -> people.stream().reduce((_, last) -> last).map(Event.HoldAnswered::outcome)),
                answered.map(Event.Answered::rows),
                answered.map(Event.Answered::bytes),
                answered.map(Event.Answered::micros),
                held.stream().map(this::hold).toList(),
                understood.map(Understood::relations).orElse(List.of()),
                understood.map(Understood::columns).orElse(List.of()));
    }

    private Hold hold(Event.Held event) {
        var answer = people.stream()
                .filter(given -> !given.at().isBefore(event.at()))
                .findFirst();
        return new Hold(
                event.request().toString(),
                event.at(),
                answer.map(Event.HoldAnswered::outcome),
                answer.map(given -> Duration.between(event.at(), given.at()).toMillis()));
    }

    private static List<RuleVote> votes(Event.Decided event) {
        return event.votes().stream()
                .map(vote -> new RuleVote(vote.rule(), vote.vote(), vote.shadow()))
                .toList();
    }
}
