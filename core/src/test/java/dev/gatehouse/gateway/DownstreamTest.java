package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DownstreamTest {
    private final SmallGateway gateway = new SmallGateway(allow("a"));
    private final MemoryWire client = new MemoryWire(gateway.recorder);
    private final Downstream downstream = new Downstream(gateway.session(), client);

    @Test
    void whatIsReleasedHasBeenRecordedBefore() throws IOException {
        downstream.release(Slice.utf8("hello"));
        downstream.release(Slice.utf8("you"));
        assertThat(gateway.recorder.calls)
                .containsExactly("delivered 0+5 WRITTEN", "written 5", "delivered 5+3 WRITTEN", "written 3");
        assertThat(client.written()).isEqualTo("helloyou");
    }

    @Test
    void whatCannotBeRecordedIsNotReleased() {
        gateway.recorder.failAfter(0);
        assertThatThrownBy(() -> downstream.release(Slice.utf8("hello"))).isInstanceOf(RecordingFailed.class);
        assertThatThrownBy(() -> downstream.lastWord(Slice.utf8("bye"))).isInstanceOf(RecordingFailed.class);
        assertThat(client.written()).isEmpty();
    }

    @Test
    void whatAClientReceivedIsByteForByteOnRecordApartByPerson() throws IOException {
        byte[] array = "xxjanebobxx".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var jane = new Downstream.Part(List.of("contact.email"), Optional.of(Slice.utf8("7")), Slice.of(array, 2, 4));
        var bob = new Downstream.Part(List.of(), Optional.empty(), Slice.of(array, 6, 3));
        downstream.release(List.of(jane, bob));
        assertThat(client.written()).isEqualTo("janebob");
        assertThat(gateway.recorder.calls).as("one write for both").endsWith("written 7");
        var delivered = gateway.recorder.contents(Content.Kind.DELIVERED);
        assertThat(delivered).extracting(content -> content.bytes().utf8()).containsExactly("jane", "bob");
        assertThat(delivered).extracting(Content::subject).containsExactly(Slice.utf8("7"), null);
        assertThat(delivered.getFirst().categories()).containsExactly("contact.email");
    }

    @Test
    void aLastWordIsRecordedAndSentLikeAnyOther() throws IOException {
        downstream.lastWord(Slice.utf8("bye"));
        assertThat(gateway.recorder.calls).containsExactly("delivered 0+3 WRITTEN", "written 3");
    }

    @Test
    void aLastWordDoesNotWaitForAClientThatDoesNotRead() throws Exception {
        var stalled = new StalledWire();
        var toStalled = new Downstream(gateway.session(), stalled);
        var writer = Thread.ofVirtual().start(() -> {
            try {
                toStalled.release(Slice.utf8("row"));
            } catch (IOException closed) {
                gateway.recorder.note("writer ended");
            }
        });
        stalled.reached.await();
        toStalled.lastWord(Slice.utf8("bye"));
        stalled.close();
        writer.join();
        assertThat(gateway.recorder.calls).containsExactly("delivered 0+3 WRITTEN", "writer ended");
    }
}
