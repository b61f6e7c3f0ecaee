package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionReplay.Shown;
import dev.gatehouse.api.SessionReplay.Step;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.Recorded.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells a session again from its events: what was asked, and what came back. For one thread.
final class Retelling {
    private static final String DENY = "deny";
    private static final String GRANTED = "granted";

    private final Timeline timeline;
    private final Answering answering = new Answering();
    private final ShownAnswers answers;

    /// @param view of whoever is told
    Retelling(Event.InSession first, View view) {
        timeline = new Timeline(first);
        answers = new ShownAnswers(view, answering);
    }

    void add(Event.InSession what, Recorded recorded) {
        timeline.add(what, recorded);
        follow(what);
        if (what instanceof Event.Delivered delivered) {
            for (Recorded.StoredContent content : recorded.contents()) {
                if (content.kind() == Content.Kind.DELIVERED && content.state() instanceof State.Readable) {
                    answered(what, content.bytesOrEmpty());
                }
            }
            erased(delivered, recorded);
        }
    }

    /// Keeps track of what the bytes that come next can answer.
    private void follow(Event.InSession what) {
        switch (what) {
            case Event.Asked event
            when timeline.client(event.operation()) -> {
                if (answering.nothingOpen() && answers.nothingBegun()) {
                    answering.forget();
                }
                answering.asked(event.operation());
            }
            case Event.Decided event when event.decision().equals(DENY) -> answering.over(event.operation());
            case Event.Decided event
            when timeline.client(event.operation()) -> answering.admitted(timeline.meaning(event.operation()));
            case Event.HoldAnswered event when !event.outcome().equals(GRANTED) -> answering.over(event.operation());
            case Event.Answered event -> answering.over(event.operation());
            default -> {
                // Says nothing about what is answered.
            }
        }
    }

    /// Whether everything so far was told exactly as it was shown.
    boolean exact() {
        return answers.exact();
    }

    private void answered(Event.InSession what, Slice bytes) {
        if (timeline.protocol().equals("http")) {
            answers.text(what.at(), timeline.asked(), bytes);
        } else {
            answers.deliver(what.at(), timeline.asked(), bytes);
        }
    }

    private void erased(Event.Delivered event, Recorded recorded) {
        long readable = recorded.contents().stream()
                .filter(content -> content.kind() == Content.Kind.DELIVERED)
                .mapToLong(content -> content.bytesOrEmpty().length())
                .sum();
        if (readable < event.bytes()) {
            answers.erased(event.at(), timeline.asked(), event.bytes() - readable);
        }
    }

    SessionReplay replay() {
        answers.finish();
        var detail = timeline.detail();
        var steps = new ArrayList<Step>();
        if (!answers.of(0).isEmpty()) {
            steps.add(new Step(Optional.empty(), answers.of(0)));
        }
        List<OperationRecord> operations = detail.operations();
        for (int i = 0; i < operations.size(); i++) {
            add(operations.get(i), answers.of(i + 1), steps);
        }
        return new SessionReplay(detail.session(), steps, answers.exact());
    }

    /// What the gateway asked on its own account is no step of the client's; what the client received meanwhile still
    /// answers what it had asked before.
    private static void add(OperationRecord operation, List<Shown> delivered, List<Step> steps) {
        if (!own(operation)) {
            steps.add(new Step(Optional.of(operation), delivered));
        } else if (!delivered.isEmpty()) {
            Step before = steps.isEmpty() ? new Step(Optional.empty(), List.of()) : steps.removeLast();
            var all = new ArrayList<>(before.answers());
            all.addAll(delivered);
            steps.add(new Step(before.operation(), all));
        }
    }

    private static boolean own(OperationRecord operation) {
        return operation.rules().stream().anyMatch(vote -> vote.rule().equals(BuiltIn.GATEWAY_OWN));
    }
}
