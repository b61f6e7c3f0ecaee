package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.query;
import static dev.gatehouse.postgres.relay.Target.DONE;
import static dev.gatehouse.postgres.relay.Target.IDLE;
import static dev.gatehouse.postgres.relay.Target.PARSED;
import static dev.gatehouse.postgres.relay.Target.column;
import static dev.gatehouse.postgres.relay.Target.description;
import static dev.gatehouse.postgres.relay.Target.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.postgres.wire.ParameterStatus;
import dev.gatehouse.postgres.wire.Terminate;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever goes wrong ends this session in order: a last word, both wires closed, no bug, nothing leaked.
class TroubleTest {
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new Stage();
    }

    @AfterEach
    void close() throws InterruptedException {
        stage.close();
        stage.awaitEnd();
        assertThat(stage.bugs).isEmpty();
        assertThat(stage.record.delivered()).isEqualTo(stage.client.received());
    }

    private void asked(String text) throws IOException {
        stage.client.send(query(text));
        stage.target.receive();
    }

    @Test
    void aRowBeforeItsDescriptionEndsTheSession() throws Exception {
        asked("secret");
        stage.target.send(row("ada@example.com"));
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:08P01 end");
        stage.awaitEnd();
    }

    @Test
    void aMessageOfTheTargetThatNobodyAskedForEndsTheSession() throws Exception {
        asked("select");
        stage.target.send(PARSED);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:08P01 end");
        stage.awaitEnd();
    }

    @Test
    void anUnknownMessageOfTheTargetEndsTheSession() throws Exception {
        asked("select");
        stage.target.sendRaw((byte) '?', (byte) 0, (byte) 0, (byte) 0, (byte) 4);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:08P01 end");
        stage.awaitEnd();
    }

    @Test
    void anAnswerToNothingEndsTheSession() throws Exception {
        stage.target.send(DONE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:08P01 end");
        stage.awaitEnd();
    }

    @Test
    void hugeLengthsEndTheSessionWithoutMemory() throws Exception {
        stage.client.sendRaw((byte) 'Q', (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:54000 end");
        stage.awaitEnd();
    }

    @Test
    void impossibleLengthsEndTheSession() throws Exception {
        stage.client.sendRaw((byte) 'Q', (byte) 0, (byte) 0, (byte) 0, (byte) 3);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:08P01 end");
        stage.awaitEnd();
    }

    @Test
    void hugeLengthsOfTheTargetEndTheSession() throws Exception {
        asked("select");
        stage.target.sendRaw((byte) 'D', (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:54000 end");
        stage.awaitEnd();
    }

    @Test
    void aMessageCutShortIsNotForwarded() throws Exception {
        asked("select");
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        stage.client.receiveUpToReady();
        stage.client.sendRaw((byte) 'Q', (byte) 0, (byte) 0, (byte) 0, (byte) 20, (byte) 'c', (byte) 'u', (byte) 't');
        stage.client.leave();
        stage.awaitEnd();
        assertThat(stage.target.everything()).doesNotContain("cut");
    }

    @Test
    void aTargetThatLeavesIsTheClientsLastWord() throws Exception {
        asked("select");
        stage.target.leave();
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:57P01 end");
        stage.awaitEnd();
    }

    @Test
    void aTargetThatLeavesDuringALookUpDoesNotKeepTheSession() throws Exception {
        stage.target.leaveLookUpsUnanswered();
        asked("select");
        stage.target.leave();
        stage.awaitEnd();
    }

    @Test
    void aClientThatSaysGoodbyeHearsNothingMore() throws Exception {
        asked("select");
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        stage.client.receiveUpToReady();
        stage.client.send(new Terminate());
        assertThat(stage.target.receiveTypes(1)).isEqualTo("Terminate");
        stage.target.leave();
        assertThat(stage.client.receiveUpToReady()).isEqualTo("end");
    }

    @Test
    void whatWasAskedBeforeAGoodbyeIsAnswered() throws Exception {
        stage.client.send(query("select"), new Terminate());
        assertThat(stage.target.receiveTypes(2)).isEqualTo("Query Terminate");
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        stage.target.leave();
        assertThat(stage.client.receiveUpToReady()).isEqualTo("T D C Z");
        assertThat(stage.client.receiveUpToReady()).isEqualTo("end");
    }

    /// A Parse without Sync is never answered by a server; it must not keep the session.
    @Test
    void aGoodbyeInTheMiddleOfABatchEndsTheSession() throws Exception {
        stage.client.send(Client.parse("", "select"), new Terminate());
        assertThat(stage.target.receiveTypes(2)).isEqualTo("Parse Terminate");
        stage.target.leave();
        stage.awaitEnd();
    }

    @Test
    void aSessionEndedFromOutsideSaysSo() throws Exception {
        asked("select");
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        stage.client.receiveUpToReady();
        stage.end("disabled", "Switched off.");
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:57P01 end");
        stage.awaitEnd();
    }

    @Test
    void whatCannotBeRecordedIsNotForwarded() throws Exception {
        asked("select");
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        stage.client.receiveUpToReady();
        stage.record.breakDisk();
        stage.client.send(query("unrecorded"));
        stage.awaitEnd();
        assertThat(stage.target.everything()).doesNotContain("unrecorded");
    }

    @Test
    void whatCannotBeRecordedIsNotReleased() throws Exception {
        asked("select");
        stage.record.breakDisk();
        stage.target.send(description(column("x", 0, 0)), row("unrecorded"), DONE, IDLE);
        stage.awaitEnd();
        assertThat(new String(stage.client.received(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("unrecorded");
    }

    @Test
    void aSessionThatReadsTextOtherwiseThanItWasUnderstoodDoesNotGoOn() throws Exception {
        asked("select");
        stage.target.send(new ParameterStatus("standard_conforming_strings", "off"));
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:0A000 end");
        stage.awaitEnd();
    }
}
