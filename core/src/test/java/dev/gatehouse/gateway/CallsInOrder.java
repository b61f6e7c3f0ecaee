package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RecordingFailed;
import dev.gatehouse.recording.SessionRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A recorder that keeps what it is told, in order with whatever else a test notes, and fails from a chosen append on.
final class CallsInOrder implements Recorder {
    record Appended(Event event, Durability durability, List<Content> contents) {}

    final List<Appended> appended = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    private int works = Integer.MAX_VALUE;

    /// Lets `more` further appends succeed; every later one fails, as a full disk would.
    void failAfter(int more) {
        works = more;
    }

    void note(String call) {
        calls.add(call);
    }

    List<Content> contents(Content.Kind kind) {
        return appended.stream()
                .flatMap(one -> one.contents().stream())
                .filter(content -> content.kind() == kind)
                .toList();
    }

    @Override
    public SessionRecording open(Id session) {
        return new SessionRecording() {
            @Override
            public void append(Event event, Durability durability, Content... contents) {
                CallsInOrder.this.append(event, durability, contents);
            }

            @Override
            public void close() {
                note("recording closed");
            }
        };
    }

    @Override
    public void append(Event event, Durability durability, Content... contents) {
        if (works-- <= 0) {
            works = 0;
            throw new RecordingFailed(new IOException("No space left on device"));
        }
        appended.add(new Appended(event, durability, List.of(contents)));
        note(word(event) + " " + durability);
    }

    private static String word(Event event) {
        return switch (event) {
            case Event.Asked asked -> "asked " + asked.kind();
            case Event.Decided decided -> "decided " + decided.decision();
            case Event.HoldAnswered answered -> "answered by people " + answered.outcome();
            case Event.Answered answered -> "answered " + answered.outcome();
            case Event.SessionStarted _ -> "session started";
            case Event.SessionEnded ended -> "session ended " + ended.reason();
            case Event.LoginRefused refused -> "login refused " + refused.reason();
            case Event.Delivered delivered -> "delivered " + delivered.offset() + "+" + delivered.bytes();
            default -> event.getClass().getSimpleName();
        };
    }
}
