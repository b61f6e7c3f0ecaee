package dev.gatehouse.postgres.relay;

import static dev.gatehouse.postgres.relay.Client.query;
import static dev.gatehouse.postgres.relay.Target.DONE;
import static dev.gatehouse.postgres.relay.Target.IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.recording.Event;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is thrown ends the session that it was thrown in.
class MistakesTest {
    @ParameterizedTest
    @ValueSource(strings = {"OutOfMemoryError", "StackOverflowError", "AssertionError", "IllegalStateException"})
    void aThrowableEndsOneSessionWithAWordToItsClientAndOnRecord(String name) throws Exception {
        try (var stage = new Stage();
                var other = new Stage()) {
            answered(stage);
            stage.client.send(query("mistake " + name));
            assertThat(stage.client.receiveUpToReady()).isEqualTo("E:XX000 end");
            stage.awaitEnd();
            assertThat(stage.bugs)
                    .extracting(bug -> bug.getClass().getSimpleName())
                    .containsExactly(name);
            assertThat(stage.record.events().getLast())
                    .isInstanceOfSatisfying(
                            Event.SessionEnded.class,
                            ended -> assertThat(ended.reason()).isEqualTo("gateway-mistake"));
            assertThat(stage.record.delivered()).isEqualTo(stage.client.received());
            answered(other);
            assertThat(other.bugs).isEmpty();
        }
    }

    private static void answered(Stage stage) throws IOException {
        stage.client.send(query("select"));
        stage.target.receive();
        stage.target.send(DONE, IDLE);
        stage.client.receiveUpToReady();
    }
}
