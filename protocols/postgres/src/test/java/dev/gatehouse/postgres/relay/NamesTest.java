package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.bind;
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

import dev.gatehouse.postgres.wire.Close;
import dev.gatehouse.postgres.wire.CloseComplete;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.RowDescription;
import dev.gatehouse.postgres.wire.Sync;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Names of statements and portals: what runs is what was decided, whatever failed in between.
class NamesTest {
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
    }

    private String nextValue() throws IOException {
        while (true) {
            if (stage.client.receive() instanceof DataRow row) {
                return row.values().list().getFirst().orElseThrow().utf8();
            }
        }
    }

    /// The attack: a harmless statement takes the name of a secret one in a batch that fails before it.
    @Test
    void aNameKeepsItsMeaningWhenTheBatchThatWouldChangeItFailed() throws IOException {
        stage.client.send(parse("s1", "secret"), new Sync());
        stage.target.receiveTypes(2);
        stage.target.send(PARSED, IDLE);
        stage.client.receiveUpToReady();
        stage.client.send(
                parse("", "select"),
                bind("", ""),
                execute(""),
                new Close(Prepared.STATEMENT, "s1"),
                parse("s1", "select"),
                new Sync(),
                bind("p", "s1"),
                execute("p"),
                new Sync());
        stage.target.receiveTypes(4);
        stage.target.receiveTypes(3);
        stage.target.send(PARSED, BOUND, CONSTANT, error("22012"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 2 E:22012 Z");
        assertThat(afterHousekeeping(4)).isEqualTo("Bind Describe Execute Sync");
        stage.target.send(BOUND, EMAIL, row("ada@example.com"), DONE, IDLE);
        assertThat(nextValue()).isEqualTo("[redacted]");
    }

    /// The next messages' types without the Flush by which the gateway asks for answers.
    private String afterHousekeeping(int count) throws IOException {
        String types = stage.target.receiveTypes(1);
        if (types.equals("Flush")) {
            return stage.target.receiveTypes(count);
        }
        return types + " " + stage.target.receiveTypes(count - 1);
    }

    @Test
    void theLatestStatementOfABatchIsMeantWithinIt() throws IOException {
        stage.client.send(
                parse("s1", "select"),
                new Close(Prepared.STATEMENT, "s1"),
                parse("s1", "secret"),
                bind("", "s1"),
                execute(""),
                new Sync());
        assertThat(stage.target.receiveTypes(7)).isEqualTo("Parse Close Parse Bind Describe Execute Sync");
        stage.target.send(PARSED, new CloseComplete(), PARSED, BOUND, EMAIL, row("ada@example.com"), DONE, IDLE);
        assertThat(nextValue()).isEqualTo("[redacted]");
    }

    /// An open name must not be waited for together with messages that nobody will answer before Sync.
    @Test
    void anOpenNameIsSettledAlsoWhenThisBatchHasFailedAlready() throws IOException {
        stage.client.send(parse("s1", "select"), new Sync(), parse("s2", "unknown type"), bind("", "s1"), new Sync());
        assertThat(stage.target.receiveTypes(3)).isEqualTo("Parse Sync Parse");
        assertThat(stage.target.receiveTypes(1)).isEqualTo("Flush");
        stage.target.send(PARSED, IDLE, error("42704"));
        assertThat(stage.target.receiveTypes(2)).isEqualTo("Bind Sync");
        stage.target.send(IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("1 Z");
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:42704 Z");
    }

    @Test
    void aClosedNameIsUnknown() throws IOException {
        stage.client.send(parse("s1", "select"), new Sync());
        stage.target.receiveTypes(2);
        stage.target.send(PARSED, IDLE);
        stage.client.receiveUpToReady();
        stage.client.send(new Close(Prepared.STATEMENT, "s1"), new Sync());
        stage.target.receiveTypes(2);
        stage.target.send(new CloseComplete(), IDLE);
        stage.client.receiveUpToReady();
        stage.client.send(bind("", "s1"), new Sync());
        assertThat(stage.target.receiveTypes(2))
                .as("a failing statement instead")
                .isEqualTo("Parse Sync");
        stage.target.send(error("42601"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:26000 Z");
    }

    @Test
    void aPortalEndsWithItsTransaction() throws IOException {
        stage.client.send(parse("", "secret"), bind("p", ""), new Sync());
        stage.target.receiveTypes(3);
        stage.target.send(PARSED, BOUND, IN_TRANSACTION);
        stage.client.receiveUpToReady();
        stage.client.send(query("commit"));
        stage.target.receiveTypes(1);
        stage.target.send(DONE, IDLE);
        stage.client.receiveUpToReady();
        stage.client.send(execute("p"), new Sync());
        assertThat(stage.target.receiveTypes(2)).isEqualTo("Parse Sync");
        stage.target.send(error("42601"), IDLE);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:34000 Z");
    }

    /// A savepoint that is rolled back takes its portals along without saying so: what the name stood for is decided
    /// and masked as what it was, never as something newer.
    @Test
    void aPortalThatASavepointTookAlongIsTheTargetsToMiss() throws IOException {
        stage.client.send(parse("", "secret"), bind("p", ""), new Sync());
        stage.target.receiveTypes(3);
        stage.target.send(PARSED, BOUND, IN_TRANSACTION);
        stage.client.receiveUpToReady();
        stage.client.send(query("rollback to savepoint"));
        stage.target.receiveTypes(1);
        stage.target.send(DONE, IN_TRANSACTION);
        stage.client.receiveUpToReady();
        stage.client.send(execute("p"), new Sync());
        assertThat(stage.target.receiveTypes(3)).isEqualTo("Describe Execute Sync");
        stage.target.send(error("34000"), IN_TRANSACTION);
        assertThat(stage.client.receiveUpToReady()).isEqualTo("E:34000 Z");
    }
}
