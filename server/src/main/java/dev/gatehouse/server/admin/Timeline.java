package dev.gatehouse.server.admin;

import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionDetail.Delivery;
import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.Recorded.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts one session together again from its events, in the order in which they happened. For one thread.
final class Timeline {
    private final Tally tally;
    private final Statements statements = new Statements();
    private final Map<Id, Step> steps = new LinkedHashMap<>();
    private final Map<Long, Understood> understood = new HashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    Timeline(Event.InSession first) {
        tally = new Tally(first);
    }

    /// @param what the event of `recorded`
    void add(Event.InSession what, Recorded recorded) {
        tally.add(what, recorded);
        switch (what) {
            case Event.Asked event -> asked(event, recorded);
            case Event.Decided event -> decided(event, recorded);
            case Event.Answered event -> step(event.operation()).ifPresent(step -> step.answered(event));
            case Event.HoldAnswered event -> step(event.operation()).ifPresent(step -> step.answeredByPeople(event));
            case Event.Delivered event -> deliveries.add(delivery(event, recorded));
            case Event.Held event -> step(event.operation()).ifPresent(step -> step.held(event));
            case Event.SessionStarted _, Event.SessionEnded _, Event.OwnExchange _ -> {
                // Told by the session itself, or by the decision that follows.
            }
        }
    }

    /// What a client supplies later, as the rows of a COPY, is asked under the operation that it belongs to.
    private void asked(Event.Asked event, Recorded recorded) {
        if (!steps.containsKey(event.operation())) {
            steps.put(event.operation(), new Step(event, statements.asked(event, recorded)));
        }
    }

    private void decided(Event.Decided event, Recorded recorded) {
        Understood.in(recorded).forEach(meaning -> understood.put(meaning.shape(), meaning));
        step(event.operation())
                .ifPresent(step ->
                        step.decided(event, step.shape().flatMap(shape -> Optional.ofNullable(understood.get(shape)))));
    }

    private Optional<Step> step(Id operation) {
        return Optional.ofNullable(steps.get(operation));
    }

    private Delivery delivery(Event.Delivered event, Recorded recorded) {
        long readable = recorded.contents().stream()
                .filter(content -> content.kind() == Content.Kind.DELIVERED)
                .filter(content -> content.state() instanceof State.Readable)
                .mapToLong(content -> content.bytesOrEmpty().length())
                .sum();
        return new Delivery(event.at(), steps.size(), event.bytes(), readable);
    }

    /// Whether a client asked for it.
    boolean client(Id operation) {
        return step(operation).filter(Step::client).isPresent();
    }

    /// What an operation was understood to do; absent while that is not decided, or when it was erased.
    Optional<Understood> meaning(Id operation) {
        return step(operation).flatMap(Step::understood);
    }

    /// What all operations so far were understood to do.
    Collection<Understood> meanings() {
        return understood.values();
    }

    /// How many operations have been asked so far.
    int asked() {
        return steps.size();
    }

    /// Whose messages the delivered bytes are.
    String protocol() {
        return tally.identity().protocol();
    }

    String connection() {
        return tally.summary().connection();
    }

    SessionDetail detail() {
        return detail(Optional.empty(), false);
    }

    /// @param checkpoint the size of the checkpoint that covers it
    /// @param exact whether whoever asks may see exactly what was delivered
    SessionDetail detail(Optional<Long> checkpoint, boolean exact) {
        return new SessionDetail(
                tally.summary(),
                protocol(),
                tally.identity().source(),
                tally.identity().client(),
                steps.values().stream().map(Step::record).toList(),
                deliveries,
                checkpoint,
                false,
                exact);
    }
}
