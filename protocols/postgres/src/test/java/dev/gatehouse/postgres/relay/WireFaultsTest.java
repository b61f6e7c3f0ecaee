package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.query;
import static dev.gatehouse.postgres.relay.Target.DONE;
import static dev.gatehouse.postgres.relay.Target.IDLE;
import static dev.gatehouse.postgres.relay.Target.IN_TRANSACTION;
import static dev.gatehouse.postgres.relay.Target.column;
import static dev.gatehouse.postgres.relay.Target.description;
import static dev.gatehouse.postgres.relay.Target.error;
import static dev.gatehouse.postgres.relay.Target.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.recording.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Faults on either wire, at every read, write and byte: the session ends, on record, nothing leaks and nothing that
/// the
/// client received is missing in the record.
@Timeout(300)
class WireFaultsTest {
    private static final BackendMessage[] ANSWER = {
        description(column("a", 0, 0)), row("one"), row("two"), DONE, IN_TRANSACTION
    };

    @Test
    void whateverReadFromTheClientFailsTheSessionEndsInOrder() throws Exception {
        everyFault(n -> wire -> new FailingWire(wire, n, 0), _ -> wire -> wire);
    }

    @Test
    void whateverWriteToTheClientFailsTheSessionEndsInOrder() throws Exception {
        everyFault(n -> wire -> new FailingWire(wire, 0, n), _ -> wire -> wire);
    }

    @Test
    void whateverReadFromTheTargetFailsTheSessionEndsInOrder() throws Exception {
        everyFault(_ -> wire -> wire, n -> wire -> new FailingWire(wire, n, 0));
    }

    @Test
    void whateverWriteToTheTargetFailsTheSessionEndsInOrder() throws Exception {
        everyFault(_ -> wire -> wire, n -> wire -> new FailingWire(wire, 0, n));
    }

    private static void everyFault(
            IntFunction<UnaryOperator<Wire>> towardsClient, IntFunction<UnaryOperator<Wire>> towardsTarget)
            throws Exception {
        int n = 1;
        while (faulty(towardsClient.apply(n), towardsTarget.apply(n))) {
            n++;
        }
        assertThat(n).as("how many operations there were to fail").isGreaterThan(2);
    }

    /// One conversation with a fault; false when it ended without the fault's turn having come.
    private static boolean faulty(UnaryOperator<Wire> towardsClient, UnaryOperator<Wire> towardsTarget)
            throws Exception {
        var faults = new ArrayList<FailingWire>();
        try (var stage = new Stage(kept(towardsClient, faults), kept(towardsTarget, faults))) {
            converse(stage);
            stage.client.leave();
            stage.awaitEnd();
            assertInOrder(stage);
        }
        return faults.getFirst().failed();
    }

    private static UnaryOperator<Wire> kept(UnaryOperator<Wire> towards, List<FailingWire> faults) {
        return wire -> {
            Wire between = towards.apply(wire);
            if (between instanceof FailingWire failing) {
                faults.add(failing);
            }
            return between;
        };
    }

    @SuppressWarnings("EmptyCatch")
    private static void converse(Stage stage) {
        try {
            stage.client.send(query("select"));
            stage.target.receive();
            stage.target.send(ANSWER);
            stage.client.receiveUpToReady();
            stage.client.send(query("select more"));
            stage.target.receive();
            stage.target.send(error("22012"), IDLE);
            stage.client.receiveUpToReady();
        } catch (IOException overBefore) {
            // The fault had its turn.
        }
    }

    private static void assertInOrder(Stage stage) {
        assertThat(stage.bugs).isEmpty();
        assertThat(stage.record.events().getLast()).isInstanceOf(Event.SessionEnded.class);
        byte[] recorded = stage.record.delivered();
        byte[] received = stage.client.received();
        assertThat(received.length).isLessThanOrEqualTo(recorded.length);
        assertThat(received).isEqualTo(Arrays.copyOf(recorded, received.length));
    }

    @Test
    void aTargetThatDiesAtAnyByteOfAnAnswerEndsTheSessionWithAWord() throws Exception {
        diesAtEveryByte(ANSWER);
    }

    @Test
    void aTargetThatDiesBetweenStatementsEndsTheSessionWithAWord() throws Exception {
        try (var stage = new Stage()) {
            stage.client.send(query("select"));
            stage.target.receive();
            stage.target.send(DONE, IDLE);
            assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
            stage.target.leave();
            assertThat(stage.client.receiveUpToReady()).isEqualTo("E:57P01 end");
            stage.awaitEnd();
            assertInOrder(stage);
        }
    }

    private static void diesAtEveryByte(BackendMessage... answer) throws Exception {
        byte[] all = bytes(answer);
        for (int sent = 0; sent < all.length; sent++) {
            dies(Arrays.copyOf(all, sent));
        }
    }

    private static void dies(byte[] said) throws Exception {
        try (var stage = new Stage()) {
            stage.client.send(query("select"));
            stage.target.receive();
            stage.target.sendRaw(said);
            stage.target.leave();
            assertThat(stage.client.receiveUpToReady())
                    .as("after %d bytes", said.length)
                    .matches("(. )*E:(08006|57P01) end");
            stage.awaitEnd();
            assertInOrder(stage);
        }
    }

    private static byte[] bytes(BackendMessage... messages) {
        var out = new MessageWriter();
        for (BackendMessage message : messages) {
            message.encode(out);
        }
        return out.toSlice().toBytes();
    }
}
