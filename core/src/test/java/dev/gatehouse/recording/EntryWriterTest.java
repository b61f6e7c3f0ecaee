package dev.gatehouse.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.blocks.BlockRef;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is written field by field is what the general encoding gives, and never longer than was reckoned with.
class EntryWriterTest {
    private static final long SEED = Long.getLong("gatehouse.seed", 20_261_121L);
    private static final int BLOCK_BYTES = 140;

    private final Random random = new Random(SEED);
    private final EntryWriter writer = new EntryWriter();

    @Test
    void eachEventIsWrittenAsItsFieldsSay() throws Entry.Malformed {
        System.out.println("EntryWriterTest seed " + SEED);
        for (int i = 0; i < 2_000; i++) {
            var recording = id();
            var event = event();
            var blocks = blocks();

            byte[] written = writer.entry(List.of(new Entry.Part(event, blocks)), recording);

            assertThat(written).isEqualTo(new Entry(event, recording, blocks).encode());
            assertThat(Entry.decode(Slice.of(written)).event()).isEqualTo(event);
            assertThat(written.length).isLessThanOrEqualTo(EntryWriter.most(event) + blocks.size() * BLOCK_BYTES);
        }
    }

    @Test
    void stepsThatShareAnEntryAreWrittenAsTheirFieldsSayAndReadBack() throws Entry.Malformed {
        System.out.println("EntryWriterTest seed " + SEED);
        for (int i = 0; i < 2_000; i++) {
            var recording = id();
            var session = id();
            var parts = IntStream.range(0, 2 + random.nextInt(4))
                    .mapToObj(_ -> new Entry.Part(step(session), blocks()))
                    .toList();
            int most = parts.stream()
                    .mapToInt(part ->
                            EntryWriter.most(part.event()) + part.blocks().size() * BLOCK_BYTES)
                    .sum();

            byte[] written = writer.entry(parts, recording);

            assertThat(written).isEqualTo(new Entry(parts, recording).encode());
            assertThat(Entry.decode(Slice.of(written)).parts()).isEqualTo(parts);
            assertThat(written.length).isLessThanOrEqualTo(most);
        }
    }

    private Event step(Id session) {
        var at = Instant.ofEpochMilli(1_000_000 + random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> new Event.Asked(at, session, id(), word());
            case 1 -> new Event.Decided(at, session, id(), word(), votes());
            case 2 -> new Event.Answered(at, session, id(), word(), number(), number(), number());
            default -> new Event.Delivered(at, session, number(), number());
        };
    }

    private List<BlockRef> blocks() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(_ -> block()).toList();
    }

    private Event event() {
        var at = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        return switch (random.nextInt(6)) {
            case 0 -> new Event.Asked(at, id(), id(), word());
            case 1 -> new Event.Decided(at, id(), id(), word(), votes());
            case 2 -> new Event.Answered(at, id(), id(), word(), number(), number(), number());
            case 3 -> new Event.Delivered(at, id(), number(), number());
            case 4 -> new Event.SessionEnded(at, id(), word());
            default -> new Event.GatewayStopped(at, word());
        };
    }

    private List<RuleVote> votes() {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> new RuleVote(word(), word(), random.nextBoolean()))
                .toList();
    }

    private BlockRef block() {
        return new BlockRef(random.nextInt(1_000_000), id(), hash(), hash(), hash());
    }

    private Slice hash() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Slice.of(bytes);
    }

    private Id id() {
        return Id.random(random);
    }

    private long number() {
        return random.nextLong() >>> random.nextInt(1, 64);
    }

    private String word() {
        return List.of("", "allow", "default-deny", "größer", "規則", "x".repeat(random.nextInt(300)))
                .get(random.nextInt(6));
    }
}
