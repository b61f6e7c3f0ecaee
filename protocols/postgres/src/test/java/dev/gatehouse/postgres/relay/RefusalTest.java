package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.bind;
import static dev.gatehouse.postgres.relay.Client.describePortal;
import static dev.gatehouse.postgres.relay.Client.execute;
import static dev.gatehouse.postgres.relay.Client.parse;
import static dev.gatehouse.postgres.relay.Client.query;
import static dev.gatehouse.postgres.relay.Target.BOUND;
import static dev.gatehouse.postgres.relay.Target.DONE;
import static dev.gatehouse.postgres.relay.Target.IDLE;
import static dev.gatehouse.postgres.relay.Target.IN_TRANSACTION;
import static dev.gatehouse.postgres.relay.Target.PARSED;
import static dev.gatehouse.postgres.relay.Target.column;
import static dev.gatehouse.postgres.relay.Target.description;
import static dev.gatehouse.postgres.relay.Target.error;
import static dev.gatehouse.postgres.relay.Target.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.CopyData;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.FunctionCall;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import dev.gatehouse.recording.Event;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is refused never reaches the target, and a statement that fails stands in its place.
class RefusalTest {
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
    }

    @Test
    void aRefusedQueryIsReplacedByOneThatFails() throws IOException {
        stage.client.send(query("drop everything"));
        assertThat(((Query) stage.target.receive()).sql()).isEqualTo("this statement was refused by Gatehouse");
        stage.target.send(error("42601"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:42501 Z");
        stage.client.send(query("select"));
        stage.target.receive();
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("T D C Z");
        stage.client.leave();
        assertThat(stage.target.everything()).doesNotContain("drop everything");
    }

    @Test
    void aRefusedParseDropsEverythingBehindItUpToSync() throws IOException {
        stage.client.send(
                parse("", "drop everything"),
                bind("", ""),
                describePortal(""),
                execute(""),
                new Sync(),
                query("select"));
        assertThat(stage.target.receiveTypes(2)).isEqualTo("Parse Sync");
        stage.target.send(error("42601"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:42501 Z");
        assertThat(stage.target.receiveTypes(1)).isEqualTo("Query");
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("T D C Z");
        stage.client.leave();
        assertThat(stage.target.everything()).doesNotContain("drop everything");
    }

    @Test
    void whatRanBeforeARefusalInTheSamePipelineIsAnsweredFirst() throws IOException {
        stage.client.send(
                parse("", "select"),
                bind("", ""),
                execute(""),
                parse("", "drop"),
                bind("", ""),
                execute(""),
                new Sync());
        assertThat(stage.target.receiveTypes(6)).isEqualTo("Parse Bind Describe Execute Parse Sync");
        stage.target.send(PARSED, BOUND, description(column("x", 0, 0)), row("1"), DONE, error("42601"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 D C E:42501 Z");
    }

    @Test
    void aFailureOfTheTargetBeforeARefusalIsTheOnlyError() throws IOException {
        stage.client.send(
                parse("", "select"), bind("", ""), execute(""), parse("", "drop"), new Sync(), query("select"));
        assertThat(stage.target.receiveTypes(6)).isEqualTo("Parse Bind Describe Execute Parse Sync");
        stage.target.send(PARSED, error("22012"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 E:22012 Z");
        stage.target.receiveTypes(1);
        stage.target.send(description(column("x", 0, 0)), row("1"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("T D C Z");
    }

    @Test
    void anErrorInTheMiddleOfAPipelineLeavesTheNextBatchInStep() throws IOException {
        stage.client.send(parse("", "select"), bind("", ""), execute(""), new Sync());
        stage.client.send(parse("", "select"), bind("", ""), execute(""), new Sync());
        stage.client.send(parse("", "select"), bind("", ""), execute(""), new Sync());
        assertThat(stage.target.receiveTypes(15)).contains("Parse Bind Describe Execute Sync Parse");
        stage.target.send(PARSED, BOUND, description(column("x", 0, 0)), row("1"), DONE, IDLE);
        stage.target.send(PARSED, BOUND, description(column("x", 0, 0)), error("22012"), IDLE);
        stage.target.send(PARSED, BOUND, description(column("x", 0, 0)), row("3"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 D C Z");
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 E:22012 Z");
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 D C Z");
    }

    @Test
    void aStatementThatTheTargetWouldNotParseIsAnsweredWithItsError() throws IOException {
        stage.client.send(query("broken"));
        stage.target.receive();
        stage.target.send(error("42601"), IN_TRANSACTION);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:42601 Z");
        assertThat(stage.target.sofar()).doesNotContain("broken");
    }

    @Test
    void functionCallsAndUnknownMessagesAreRefused() throws IOException {
        stage.client.send(new FunctionCall(1, Formats.TEXT, Values.NONE, Format.TEXT));
        assertThat(stage.target.receiveTypes(1)).isEqualTo("Query");
        stage.target.send(error("42601"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:0A000 Z");
        stage.client.send(new FrontendMessage.Unknown((byte) 'y', Slice.utf8("new")));
        assertThat(stage.target.receiveTypes(1)).isEqualTo("Query");
        stage.target.send(error("42601"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:08P01 Z");
    }

    @Test
    void copyDataOutsideACopyIsNotForwarded() throws IOException {
        stage.client.send(new CopyData(Slice.utf8("smuggled")), query("select"));
        assertThat(stage.target.receiveTypes(1)).isEqualTo("Query");
        stage.client.leave();
        assertThat(stage.target.everything()).doesNotContain("smuggled");
    }

    @Test
    void anOperationIsOnRecordAsAnsweredOnce() throws IOException {
        stage.client.send(parse("", "drop everything"), bind("", ""), new Sync());
        stage.target.receiveTypes(2);
        stage.target.send(error("42601"), IDLE);
        stage.client.receiveUpToReady();
        var answered = stage.record.events().stream()
                .filter(Event.Answered.class::isInstance)
                .map(event -> ((Event.Answered) event).operation())
                .toList();
        assertThat(answered).doesNotHaveDuplicates();
    }
}
