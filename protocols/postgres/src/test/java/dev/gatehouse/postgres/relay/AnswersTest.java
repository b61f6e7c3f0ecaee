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
import static dev.gatehouse.postgres.relay.Target.column;
import static dev.gatehouse.postgres.relay.Target.description;
import static dev.gatehouse.postgres.relay.Target.error;
import static dev.gatehouse.postgres.relay.Target.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.postgres.wire.Close;
import dev.gatehouse.postgres.wire.CloseComplete;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.PortalSuspended;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.RowDescription;
import dev.gatehouse.postgres.wire.Sync;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What of an answer is shown: lineage checked against the target's own description, limits, and nothing of the
/// gateway's own questions.
class AnswersTest {
    private static final RowDescription EMAIL = description(column("email", Meanings.TABLE, Meanings.ATTRIBUTE));
    private static final RowDescription CONSTANT = description(column("x", 0, 0));

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

    /// What the client sees of one row that the target sends under `described`.
    private List<String> shown(String asked, RowDescription described, String... values) throws IOException {
        stage.client.send(query(asked));
        stage.target.receive();
        stage.target.send(described, row(values), DONE, IDLE);
        assertThat(stage.client.receiveType()).isEqualTo("T");
        var shown = ((DataRow) stage.client.receive())
                .values().list().stream()
                        .map(value -> value.orElseThrow().utf8())
                        .toList();
        assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
        return shown;
    }

    private static ErrorResponse duplicate() {
        return new ErrorResponse(Diagnostic.of("ERROR", "23505", "duplicate key")
                .with('D', "Key (email)=(ada@example.com) already exists."));
    }

    @Test
    void aDeferredConstraintQuotesNoRowAtCommit() throws IOException {
        stage.client.send(query("commit"));
        stage.target.receive();
        stage.target.send(duplicate(), IDLE);
        var error = (ErrorResponse) stage.client.receive();
        assertThat(error.diagnostic().message()).isEqualTo("duplicate key");
        assertThat(error.diagnostic().fields().values()).noneMatch(text -> text.contains("ada@"));
        assertThat(stage.client.receiveUpToReady()).isEqualTo("Z");
    }

    @Test
    void aDeferredConstraintQuotesNoRowAtSyncAndTheSessionGoesOn() throws IOException {
        stage.client.send(new Sync());
        stage.target.receive();
        stage.target.send(duplicate(), IDLE);
        var error = (ErrorResponse) stage.client.receive();
        assertThat(error.diagnostic().fields().values()).noneMatch(text -> text.contains("ada@"));
        assertThat(stage.client.receiveUpToReady()).isEqualTo("Z");
    }

    @Test
    void whatLineageAndTheTargetAgreeOnIsShownAsDecided() throws IOException {
        assertThat(shown("select", CONSTANT, "plain")).containsExactly("plain");
        assertThat(shown("secret", EMAIL, "ada@example.com")).containsExactly("[redacted]");
    }

    @Test
    void aColumnThatComesFromElsewhereThanLineageSaidIsRedacted() throws IOException {
        assertThat(shown("select", EMAIL, "ada@example.com"))
                .as("a constant that is a column")
                .containsExactly("[redacted]");
        assertThat(shown("select", description(column("x", 1, 1)), "y")).containsExactly("[redacted]");
        assertThat(shown("secret", description(column("email", Meanings.TABLE, 3)), "y"))
                .containsExactly("[redacted]");
    }

    @Test
    void moreOrFewerColumnsThanLineageSaidAreRedacted() throws IOException {
        assertThat(shown("select", description(column("x", 0, 0), column("y", 0, 0)), "1", "2"))
                .containsExactly("[redacted]", "[redacted]");
    }

    @Test
    void moreAnswersThanLineageSaidAreRedacted() throws IOException {
        stage.client.send(query("select"));
        stage.target.receive();
        stage.target.send(CONSTANT, row("1"), DONE, CONSTANT, row("2"), DONE, IDLE);
        stage.client.receiveType();
        assertThat(((DataRow) stage.client.receive())
                        .values()
                        .list()
                        .getFirst()
                        .orElseThrow()
                        .utf8())
                .isEqualTo("1");
        stage.client.receiveType();
        stage.client.receiveType();
        assertThat(((DataRow) stage.client.receive())
                        .values()
                        .list()
                        .getFirst()
                        .orElseThrow()
                        .utf8())
                .isEqualTo("[redacted]");
    }

    @Test
    void executeWithoutDescribeGetsOneThatTheClientDoesNotSee() throws IOException {
        stage.client.send(parse("", "secret"), bind("", ""), execute(""), new Sync());
        assertThat(stage.target.receiveTypes(5)).isEqualTo("Parse Bind Describe Execute Sync");
        stage.target.send(PARSED, BOUND, EMAIL, row("ada@example.com"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 D C Z");
    }

    @Test
    void aDescriptionThatTheClientAskedForIsReleased() throws IOException {
        stage.client.send(parse("", "secret"), bind("", ""), describePortal(""), execute(""), new Sync());
        assertThat(stage.target.receiveTypes(5)).isEqualTo("Parse Bind Describe Execute Sync");
        stage.target.send(PARSED, BOUND, EMAIL, row("ada@example.com"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 T D C Z");
    }

    @Test
    void aSuspendedPortalGoesOnUnderTheSameMasks() throws IOException {
        stage.client.send(parse("", "secret"), bind("p", ""), new Execute("p", 1), new Execute("p", 1), new Sync());
        assertThat(stage.target.receiveTypes(6)).isEqualTo("Parse Bind Describe Execute Execute Sync");
        stage.target.send(
                PARSED,
                BOUND,
                EMAIL,
                row("ada@example.com"),
                new PortalSuspended(),
                row("bob@example.com"),
                DONE,
                IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 D s D C Z");
        assertThat(new String(stage.client.received(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("example.com");
    }

    @Test
    void aLimitStopsASimpleQuery() throws IOException {
        stage.client.send(query("limited"));
        stage.target.receive();
        stage.target.send(CONSTANT, row("1"), row("2"), row("3"), row("4"), error("57014"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("T D D E:42501 Z");
        assertThat(stage.cancels).hasValue(1);
        assertThat(shown("select", CONSTANT, "still here")).containsExactly("still here");
    }

    @Test
    void aLimitHoldsAlsoWhenTheCancelComesTooLate() throws IOException {
        stage.client.send(query("limited"));
        stage.target.receive();
        stage.target.send(CONSTANT, row("1"), row("2"), row("3"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("T D D E:42501 Z");
    }

    @Test
    void aLimitStopsAPortalAndWhatFollowsItInTheBatch() throws IOException {
        stage.client.send(
                parse("", "limited"),
                bind("", ""),
                execute(""),
                parse("", "select"),
                bind("", ""),
                execute(""),
                new Sync());
        stage.target.receiveTypes(9);
        stage.target.send(PARSED, BOUND, CONSTANT, row("1"), row("2"), row("3"), DONE);
        stage.target.send(PARSED, BOUND, CONSTANT, row("later"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 D D E:42501 Z");
        assertThat(shown("select", CONSTANT, "still here")).containsExactly("still here");
    }

    @Test
    void lookUpsWithinTheSessionAreNotReleased() throws IOException {
        shown("select", CONSTANT, "1");
        assertThat(stage.target.lookUps()).isEqualTo(1);
        stage.client.send(query("set something"));
        stage.target.receive();
        stage.target.send(new dev.gatehouse.postgres.wire.CommandComplete("SET"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
        assertThat(shown("select", CONSTANT, "2")).containsExactly("2");
        assertThat(stage.target.lookUps()).isEqualTo(2);
    }

    /// As drivers close a cursor at the beginning of their next batch.
    @Test
    void aBatchThatBeginsByClosingIsLookedUpFirst() throws IOException {
        stage.client.send(query("set something"));
        stage.target.receive();
        stage.target.send(new dev.gatehouse.postgres.wire.CommandComplete("SET"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("C Z");
        stage.client.send(
                new Close(Prepared.PORTAL, "old"), parse("", "select"), bind("", ""), execute(""), new Sync());
        assertThat(stage.target.receiveTypes(6)).isEqualTo("Close Parse Bind Describe Execute Sync");
        assertThat(stage.target.lookUps()).isEqualTo(2);
        stage.target.send(new CloseComplete(), PARSED, BOUND, CONSTANT, row("1"), DONE, IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("3 1 2 D C Z");
    }

    @Test
    void nothingFollowsAChangeOfTheSessionWithinOneBatch() throws IOException {
        stage.client.send(
                parse("", "set something"), bind("", ""), execute(""), parse("", "select"), bind("", ""), new Sync());
        assertThat(stage.target.receiveTypes(6)).isEqualTo("Parse Bind Describe Execute Parse Sync");
        assertThat(stage.target.sofar()).doesNotContain("select\0");
        stage.target.send(
                PARSED,
                BOUND,
                new dev.gatehouse.postgres.wire.NoData(),
                new dev.gatehouse.postgres.wire.CommandComplete("SET"),
                error("42601"),
                IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 C E:0A000 Z");
    }
}
