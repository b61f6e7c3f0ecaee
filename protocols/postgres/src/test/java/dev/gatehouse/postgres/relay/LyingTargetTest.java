package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.bind;
import static dev.gatehouse.postgres.relay.Client.describePortal;
import static dev.gatehouse.postgres.relay.Client.parse;
import static dev.gatehouse.postgres.relay.Client.query;
import static dev.gatehouse.postgres.relay.Target.BOUND;
import static dev.gatehouse.postgres.relay.Target.DONE;
import static dev.gatehouse.postgres.relay.Target.IDLE;
import static dev.gatehouse.postgres.relay.Target.IN_TRANSACTION;
import static dev.gatehouse.postgres.relay.Target.PARSED;
import static dev.gatehouse.postgres.relay.Target.column;
import static dev.gatehouse.postgres.relay.Target.description;
import static dev.gatehouse.postgres.relay.Target.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CopyData;
import dev.gatehouse.postgres.wire.CopyDone;
import dev.gatehouse.postgres.wire.CopyInResponse;
import dev.gatehouse.postgres.wire.CopyOutResponse;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.PortalSuspended;
import dev.gatehouse.postgres.wire.RowDescription;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.recording.Event;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A target that dies, falls silent or lies at every byte of its answers: the session ends in order, and no masked
/// value
/// ever gets out, whatever the bytes around it say.
@Timeout(300)
class LyingTargetTest {
    private static final String SECRET = "ada@example.com";
    private static final RowDescription SHOWN = description(column("email", Meanings.TABLE, Meanings.ATTRIBUTE));

    /// What the client asks, and what an honest target answers to all of it.
    enum Talk {
        SIMPLE_QUERY(List.of(query("secret one")), List.of(SHOWN, row(SECRET), row(SECRET), DONE, IDLE)),
        BETWEEN_PARSE_AND_BIND(
                List.of(parse("s", "secret one"), bind("", "s"), describePortal(""), execute(0), new Sync()),
                List.of(PARSED, BOUND, SHOWN, row(SECRET), DONE, IDLE)),
        PIPELINED_BATCHES(
                List.of(
                        parse("", "secret one"),
                        bind("", ""),
                        describePortal(""),
                        execute(0),
                        new Sync(),
                        parse("", "secret two"),
                        bind("", ""),
                        describePortal(""),
                        execute(0),
                        new Sync()),
                List.of(PARSED, BOUND, SHOWN, row(SECRET), DONE, IDLE, PARSED, BOUND, SHOWN, row(SECRET), DONE, IDLE)),
        CURSOR_FETCHES(
                List.of(
                        parse("", "secret one"),
                        bind("c", ""),
                        describePortal("c"),
                        new Execute("c", 1),
                        new Execute("c", 1),
                        new Sync()),
                List.of(PARSED, BOUND, SHOWN, row(SECRET), new PortalSuspended(), row(SECRET), DONE, IN_TRANSACTION)),
        COPY_OUT(
                List.of(query("copy out")),
                List.of(
                        new CopyOutResponse(Format.TEXT, new Formats(Slice.of(new byte[] {0, 0}))),
                        new CopyData(Slice.utf8(SECRET + "\n")),
                        new CopyData(Slice.utf8(SECRET + "\n")),
                        new CopyDone(),
                        DONE,
                        IDLE)),
        COPY_IN(
                List.of(query("copied in"), new CopyData(Slice.utf8("1\n")), new CopyDone()),
                List.of(new CopyInResponse(Format.TEXT, Formats.TEXT), DONE, IDLE));

        private final List<FrontendMessage> asked;
        private final List<BackendMessage> answered;

        Talk(List<FrontendMessage> asked, List<BackendMessage> answered) {
            this.asked = asked;
            this.answered = answered;
        }

        private byte[] answer() {
            var out = new MessageWriter();
            answered.forEach(message -> message.encode(out));
            return out.toSlice().toBytes();
        }
    }

    private static Execute execute(int rows) {
        return new Execute("", rows);
    }

    @ParameterizedTest
    @EnumSource
    void anHonestTargetIsUnderstoodToTheEnd(Talk talk) throws Exception {
        try (var stage = asked(talk)) {
            stage.target.sendRaw(talk.answer());
            for (var message : talk.answered) {
                if (message.equals(IDLE) || message.equals(IN_TRANSACTION)) {
                    assertThat(stage.client.receiveUpToReady()).endsWith("Z").doesNotContain("E:");
                }
            }
            stage.client.leave();
            inOrder(stage, "nothing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatDiesAtAnyByteEndsTheSessionInOrder(Talk talk) throws Exception {
        byte[] answer = talk.answer();
        for (int n = 0; n < answer.length; n++) {
            try (var stage = asked(talk)) {
                stage.target.sendRaw(Arrays.copyOf(answer, n));
                stage.target.leave();
                inOrder(stage, "death after byte " + n);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatFallsSilentAtAnyByteDoesNotKeepTheSessionOfAClientThatLeaves(Talk talk) throws Exception {
        byte[] answer = talk.answer();
        for (int n = 0; n < answer.length; n++) {
            try (var stage = asked(talk)) {
                stage.target.sendRaw(Arrays.copyOf(answer, n));
                stage.client.leave();
                inOrder(stage, "silence after byte " + n);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatLiesAtAnyByteLearnsTheClientNothingMasked(Talk talk) throws Exception {
        byte[] answer = talk.answer();
        for (int n = 0; n < answer.length; n++) {
            for (int flip : new int[] {0x01, 0xff}) {
                byte[] lie = answer.clone();
                lie[n] ^= (byte) flip;
                try (var stage = asked(talk)) {
                    stage.target.sendRaw(lie);
                    stage.target.leave();
                    inOrder(stage, "byte " + n + " ^ " + flip);
                }
            }
        }
    }

    /// A session in which the target has everything that the client asks in this talk.
    private static Stage asked(Talk talk) throws Exception {
        var stage = new Stage();
        stage.client.send(talk.asked.toArray(FrontendMessage[]::new));
        for (int i = 0; i < talk.asked.size(); i++) {
            var _ = stage.target.receive();
        }
        return stage;
    }

    private static void inOrder(Stage stage, String fault) throws Exception {
        stage.awaitEnd();
        assertThat(stage.bugs).as(fault).isEmpty();
        assertThat(stage.record.events().getLast()).as(fault).isInstanceOf(Event.SessionEnded.class);
        byte[] received = stage.client.received();
        assertThat(received).as(fault).isEqualTo(Arrays.copyOf(stage.record.delivered(), received.length));
        assertThat(Slice.of(received).utf8()).as(fault).doesNotContain(SECRET);
    }
}
