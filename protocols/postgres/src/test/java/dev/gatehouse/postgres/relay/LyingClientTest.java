package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.bind;
import static dev.gatehouse.postgres.relay.Client.describePortal;
import static dev.gatehouse.postgres.relay.Client.execute;
import static dev.gatehouse.postgres.relay.Client.parse;
import static dev.gatehouse.postgres.relay.Client.query;
import static dev.gatehouse.postgres.relay.Target.BOUND;
import static dev.gatehouse.postgres.relay.Target.DONE;
import static dev.gatehouse.postgres.relay.Target.IDLE;
import static dev.gatehouse.postgres.relay.Target.PARSED;
import static dev.gatehouse.postgres.relay.Target.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Close;
import dev.gatehouse.postgres.wire.CloseComplete;
import dev.gatehouse.postgres.wire.CopyData;
import dev.gatehouse.postgres.wire.CopyDone;
import dev.gatehouse.postgres.wire.CopyInResponse;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.NoData;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Terminate;
import dev.gatehouse.postgres.wire.WireException;
import dev.gatehouse.recording.Event;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A client that leaves, falls silent or lies at every byte of what it says after login: the session ends in order, and
/// what is denied reaches no target.
@Timeout(300)
class LyingClientTest {
    private static final String DENIED = "drop everything";

    private static final FrontendMessage[] TALK = {
        query("select one"),
        query(DENIED),
        parse("s", "select two"),
        bind("", "s"),
        describePortal(""),
        execute(""),
        new Close(Prepared.STATEMENT, "s"),
        new Sync(),
        parse("", DENIED),
        bind("", ""),
        new Sync(),
        query("insert"),
        new CopyData(Slice.utf8("1\tone\n")),
        new CopyDone(),
        new Terminate()
    };

    private static byte[] talk() {
        var out = new MessageWriter();
        for (FrontendMessage message : TALK) {
            message.encode(out);
        }
        return out.toSlice().toBytes();
    }

    @Test
    void anHonestOneIsHeardToTheEnd() throws Exception {
        try (var stage = new Stage()) {
            var target = answering(stage);
            stage.client.sendRaw(talk());
            assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
            assertThat(stage.client.receiveUpToReady()).isEqualTo("E:42501 Z");
            assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 n C 3 Z");
            assertThat(stage.client.receiveUpToReady()).isEqualTo("E:42501 Z");
            assertThat(stage.client.receiveUpToReady()).isEqualTo("G C Z");
            inOrder(stage, target, "nothing");
        }
    }

    @Test
    void oneThatLeavesAtAnyByteEndsItsSessionInOrder() throws Exception {
        byte[] talk = talk();
        for (int n = 0; n < talk.length; n++) {
            try (var stage = new Stage()) {
                var target = answering(stage);
                stage.client.sendRaw(Arrays.copyOf(talk, n));
                stage.client.leave();
                inOrder(stage, target, "left after byte " + n);
            }
        }
    }

    @Test
    void oneThatFallsSilentAtAnyByteIsEndedFromOutside() throws Exception {
        byte[] talk = talk();
        for (int n = 0; n < talk.length; n++) {
            try (var stage = new Stage()) {
                var target = answering(stage);
                stage.client.sendRaw(Arrays.copyOf(talk, n));
                stage.end("ended-by-operator", "Gone.");
                inOrder(stage, target, "silent after byte " + n);
            }
        }
    }

    @Test
    void oneThatLiesAtAnyByteGetsNothingDeniedThrough() throws Exception {
        byte[] talk = talk();
        for (int n = 0; n < talk.length; n++) {
            for (int flip : new int[] {0x01, 0xff}) {
                byte[] lie = talk.clone();
                lie[n] ^= (byte) flip;
                try (var stage = new Stage()) {
                    var target = answering(stage);
                    stage.client.sendRaw(lie);
                    stage.client.leave();
                    inOrder(stage, target, "byte " + n + " ^ " + flip);
                }
            }
        }
    }

    /// A target that answers whatever it is asked as an honest one would, until its wire is closed.
    private static Thread answering(Stage stage) {
        return Thread.ofVirtual().start(() -> {
            boolean skipping = false;
            try {
                while (true) {
                    var asked = asked(stage.target);
                    skipping =
                            skipping ? !(asked instanceof Sync) : asked instanceof Parse parse && refused(parse.text());
                    answer(stage.target, asked, skipping);
                }
            } catch (IOException over) {
                stage.target.leave();
            }
        });
    }

    /// The next message; a Query that is no UTF-8 fails, as it does at a real server.
    private static FrontendMessage asked(Target target) throws IOException {
        while (true) {
            try {
                return target.receive();
            } catch (WireException noText) {
                target.send(error("22021"), IDLE);
            }
        }
    }

    private static boolean refused(Slice text) {
        return text.utf8().startsWith("this statement was refused");
    }

    private static void answer(Target target, FrontendMessage asked, boolean skipping) throws IOException {
        switch (asked) {
            case Terminate _ -> target.leave();
            case Query query when refused(query.text()) -> target.send(error("42601"), IDLE);
            case Query query
            when query.text().utf8().startsWith("insert") -> target.send(new CopyInResponse(Format.TEXT, Formats.TEXT));
            case Query _, CopyDone _ -> target.send(DONE, IDLE);
            case Parse parse when refused(parse.text()) -> target.send(error("42601"));
            case FrontendMessage _ when skipping -> {
                // Up to Sync.
            }
            case Parse _ -> target.send(PARSED);
            case Bind _ -> target.send(BOUND);
            case Describe _ -> target.send(new NoData());
            case Execute _ -> target.send(DONE);
            case Close _ -> target.send(new CloseComplete());
            case Sync _ -> target.send(IDLE);
            default -> {
                // Nothing is owed.
            }
        }
    }

    private static void inOrder(Stage stage, Thread target, String fault) throws Exception {
        stage.awaitEnd();
        target.join();
        assertThat(stage.bugs).as(fault).isEmpty();
        assertThat(stage.record.events().getLast()).as(fault).isInstanceOf(Event.SessionEnded.class);
        byte[] received = stage.client.received();
        assertThat(received).as(fault).isEqualTo(Arrays.copyOf(stage.record.delivered(), received.length));
        assertThat(stage.target.sofar()).as(fault).doesNotContain(DENIED);
    }
}
