package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.query;
import static dev.gatehouse.postgres.relay.Target.DONE;
import static dev.gatehouse.postgres.relay.Target.IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.TransactionStatus;
import dev.gatehouse.recording.Event;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A gateway that stops cuts no statement and no transaction in two.
class DrainTest {
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
        assertThat(stage.bugs).isEmpty();
        assertThat(stage.record.delivered()).isEqualTo(stage.client.received());
        assertThat(stage.record.events().getLast())
                .isInstanceOfSatisfying(
                        Event.SessionEnded.class,
                        ended -> assertThat(ended.reason()).isEqualTo("gateway-stops"));
    }

    @Test
    void anIdleSessionIsToldGoodbyeAtOnce() throws Exception {
        stage.drain();
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:57P01 end");
        stage.awaitEnd();
    }

    @Test
    void aStatementUnderWayIsAnsweredFirst() throws Exception {
        stage.client.send(query("select"));
        stage.target.receive();
        stage.drain();
        stage.target.send(DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:57P01 end");
        stage.awaitEnd();
    }

    @Test
    void aTransactionGoesOnToItsEnd() throws Exception {
        stage.client.send(query("select"));
        stage.target.receive();
        stage.target.send(DONE, new ReadyForQuery(TransactionStatus.IN_TRANSACTION));
        assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
        stage.drain();
        stage.client.send(query("commit"));
        stage.target.receive();
        stage.target.send(DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:57P01 end");
        stage.awaitEnd();
    }
}
