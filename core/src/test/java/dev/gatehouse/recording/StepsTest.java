package dev.gatehouse.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.cbor.Cbor;
import dev.gatehouse.recording.cbor.CborWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Steps of an operation that reach the log in one go share an entry, and are read back one by one.
class StepsTest {
    private static final Instant NOON = RecordFixture.NOON;

    @TempDir
    Path directory;

    private final Id session = new Id(1, 1);
    private final Id operation = new Id(2, 2);
    private final Event asked = new Event.Asked(NOON, session, operation, "statement");
    private final Event decided = new Event.Decided(NOON, session, operation, "allow", List.of());
    private final Content question = RecordFixture.text(Content.Kind.STATEMENT_SHAPE, "select 1");
    private final Content meaning = RecordFixture.text(Content.Kind.UNDERSTOOD, "reads nothing");

    @Test
    void whatIsDecidedAtOnceIsOneEntryOfTwoEventsWithTheirOwnContents() throws IOException {
        var record = new RecordFixture(directory);
        try (LogRecorder recorder = record.open();
                SessionRecording recording = recorder.open(session)) {
            recording.append(asked, Durability.BUFFERED, question);
            recording.append(decided, Durability.WRITTEN, meaning);

            assertThat(recorder.size()).isEqualTo(1);
            assertThat(written(record)).containsExactly("0 " + asked + " select 1", "0 " + decided + " reads nothing");
        }
        assertClean(record);
    }

    @Test
    void whatIsAskedIsOnRecordByItselfWhenNothingIsDecided() throws IOException {
        var record = new RecordFixture(directory);
        try (LogRecorder recorder = record.open();
                SessionRecording recording = recorder.open(session)) {
            recording.append(asked, Durability.BUFFERED, question);
            recorder.settle();
            recording.append(decided, Durability.WRITTEN, meaning);

            assertThat(written(record)).containsExactly("0 " + asked + " select 1", "1 " + decided + " reads nothing");
        }
        assertClean(record);
    }

    @Test
    void beginningAndEndOfASessionStandAlone() throws IOException {
        var record = new RecordFixture(directory);
        var begun = new Event.SessionStarted(NOON, session, "shop");
        var over = new Event.SessionEnded(NOON, session, "closed");
        try (LogRecorder recorder = record.open();
                SessionRecording recording = recorder.open(session)) {
            recording.append(begun, Durability.BUFFERED);
            recording.append(asked, Durability.BUFFERED);
            recording.append(decided, Durability.BUFFERED);
            recording.append(over, Durability.WRITTEN);

            assertThat(written(record))
                    .containsExactly("0 " + begun + " ", "1 " + asked + " ", "1 " + decided + " ", "2 " + over + " ");
        }
        assertClean(record);
    }

    @Test
    void moreStepsThanOneEntryHasRoomForAreSeveral() throws IOException {
        var record = new RecordFixture(directory);
        int many = 2_000;
        try (LogRecorder recorder = record.open();
                SessionRecording recording = recorder.open(session)) {
            for (int i = 0; i < many; i++) {
                recording.append(decided, Durability.BUFFERED);
            }
            recorder.settle();

            assertThat(recorder.size()).isBetween(2L, many / 10L);
            assertThat(written(record)).hasSize(many);
        }
        assertClean(record);
    }

    @Test
    void aStepWithBlocksThatItsEntryDoesNotHaveIsMalformed() {
        assertThatThrownBy(() -> Entry.decode(steps(2, step(3)))).isInstanceOf(Entry.Malformed.class);
        assertThatThrownBy(() -> Entry.decode(steps(2, step(-1)))).isInstanceOf(Entry.Malformed.class);
    }

    @Test
    void blocksThatBelongToNoStepAreMalformed() {
        assertThatThrownBy(() -> Entry.decode(steps(2, step(1)))).isInstanceOf(Entry.Malformed.class);
        assertThatThrownBy(() -> Entry.decode(steps(0))).isInstanceOf(Entry.Malformed.class);
    }

    private Slice steps(int blocks, Cbor... steps) {
        var fields = new EntryFields();
        var hash = Slice.of(new byte[32]);
        var refs = IntStream.range(0, blocks)
                .mapToObj(i -> new BlockRef(i, new Id(3, i), hash, hash, hash))
                .toList();
        fields.put("s", session).put("t", Entry.STEPS).put("v", 1).put("at", 0).put("r", session);
        fields.put("e", List.of(steps), step -> step);
        fields.put("b", refs, StepsTest::ref);
        return Slice.of(CborWriter.write(fields.fields()));
    }

    private static Cbor ref(BlockRef ref) {
        return new Cbor.Sequence(List.of(
                new Cbor.Whole(ref.sequence()),
                EntryFields.id(ref.id()),
                new Cbor.Bytes(ref.sealedHash()),
                new Cbor.Bytes(ref.commitment()),
                new Cbor.Bytes(ref.slotHash())));
    }

    private Cbor step(long blocks) {
        return new EntryFields()
                .put("t", "asked")
                .put("o", operation)
                .put("kind", "statement")
                .put("n", blocks)
                .fields();
    }

    private List<String> written(RecordFixture record) throws IOException {
        try (var reader = new RecordingReader(record.data, record.keys)) {
            return reader.events(session).stream()
                    .map(each -> each.index() + " " + each.event() + " "
                            + each.contents().stream()
                                    .map(content -> content.bytesOrEmpty().utf8())
                                    .collect(Collectors.joining(",")))
                    .toList();
        }
    }

    private static void assertClean(RecordFixture record) throws IOException {
        Report report = Verifier.verify(record.data, Optional.of(record.keys.verifierKey()), Optional.empty());
        assertThat(report.finding()).isEmpty();
    }
}
