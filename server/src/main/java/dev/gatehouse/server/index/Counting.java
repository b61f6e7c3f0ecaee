package dev.gatehouse.server.index;

import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.RuleVote;
import dev.gatehouse.recording.log.TilePath;
import java.util.Map;
import java.util.Optional;

/// Takes the entries of the log, in order, into an [IndexState]. For one thread.
public final class Counting {
    private final IndexState state;
    private final Reading reading;

    /// What is read of contents that are open only here.
    public interface Reading {
        /// The blinded names that a session is found by.
        long[] names(Recorded started);

        /// The number of the shape that was asked.
        Optional<Long> shape(Recorded asked);

        /// What the shapes of a decision show: by shape and category, whether it is shown as it is.
        Map<Long, Map<String, Boolean>> meanings(Recorded decided);
    }

    Counting(IndexState state, Reading reading) {
        this.state = state;
        this.reading = reading;
    }

    /// Whether the contents of an event are read.
    static boolean opens(Event event) {
        return event instanceof Event.SessionStarted || event instanceof Event.Asked || event instanceof Event.Decided;
    }

    void take(Recorded recorded) {
        int bundle = Math.toIntExact(recorded.index() / TilePath.FULL);
        if (recorded.event() instanceof Event.InSession event) {
            Line line = state.lines.computeIfAbsent(event.session(), id -> new Line(id, event.at()));
            line.in(bundle);
            take(line, event, recorded);
        } else if (recorded.event() instanceof Event.ConfigurationLoaded) {
            state.loads.set(bundle);
        }
        state.next = recorded.index() + 1;
    }

    private void take(Line line, Event.InSession what, Recorded recorded) {
        switch (what) {
            case Event.SessionStarted event -> {
                line.started = event.at();
                line.connection = event.connection();
                line.names = reading.names(recorded);
            }
            case Event.Asked event -> {
                line.asked++;
                reading.shape(recorded).ifPresent(shape -> line.asked(event.operation(), shape));
            }
            case Event.Decided event -> decided(line, event, recorded);
            case Event.Delivered event -> line.bytes += event.bytes();
            case Event.SessionEnded event -> line.over(event.at(), event.reason());
            case Event.Held _, Event.HoldAnswered _, Event.Answered _, Event.OwnExchange _ -> {
                // Counts nothing.
            }
        }
    }

    private void decided(Line line, Event.Decided event, Recorded recorded) {
        reading.meanings(recorded).forEach(line::shows);
        line.verdicts |= Line.bit(event.decision());
        long at = event.at().toEpochMilli();
        for (RuleVote vote : event.votes()) {
            state.votes.merge(
                    vote.rule(),
                    IndexState.Votes.NONE.and(vote.shadow(), at),
                    (before, _) -> before.and(vote.shadow(), at));
        }
        if (event.decision().equals("deny")) {
            line.denied++;
        }
        if (event.votes().stream().noneMatch(vote -> vote.rule().equals(BuiltIn.GATEWAY_OWN))) {
            count(line, event);
        }
    }

    private static void count(Line line, Event.Decided event) {
        long begin = Math.floorDiv(event.at().getEpochSecond(), Cell.SECONDS) * Cell.SECONDS;
        Cell cell = line.cell(begin);
        switch (event.decision()) {
            case "allow" -> {
                cell.allowed++;
                line.decided(event.operation())
                        .map(shape -> line.shapes.getOrDefault(shape, Map.of()))
                        .ifPresent(shown -> shown.forEach(cell::flowed));
            }
            case "hold" -> cell.held++;
            default -> {
                cell.denied++;
                line.decided(event.operation());
                event.votes().stream()
                        .filter(vote -> vote.vote().equals("deny") && !vote.shadow())
                        .findFirst()
                        .ifPresent(vote -> cell.refused(vote.rule()));
            }
        }
    }
}
