package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Whatever arrives is a message or a [WireException], nothing else, and costs no more memory than its own size.
class MessageDecodingFuzzTest {
    private static final int ROUNDS = 150_000;

    private final long seed = Long.getLong("gatehouse.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void mutatedClientMessagesAreMessagesOrRefused() {
        List<byte[]> examples =
                Examples.frontend().stream().map(Examples::encoded).toList();
        fuzz(examples, Frames.HEADER, bytes -> {
            FrontendMessage message = FrontendMessage.decode(bytes, 0, bytes.length);
            touch(message);
            assertThat(Examples.encoded(message).length).isPositive();
        });
    }

    private static void touch(FrontendMessage message) {
        switch (message) {
            case PasswordMessage p -> p.saslInitialResponse();
            case Query q -> q.sql();
            case Parse p -> p.sql();
            case Bind b -> b.parameters().list();
            default -> {}
        }
    }

    @Test
    void mutatedServerMessagesAreMessagesOrRefused() {
        List<byte[]> examples =
                Examples.backend().stream().map(Examples::encoded).toList();
        fuzz(examples, Frames.HEADER, bytes -> Examples.encoded(BackendMessage.decode(bytes, 0, bytes.length)));
    }

    @Test
    void mutatedStartupPacketsArePacketsOrRefused() {
        List<byte[]> examples =
                Examples.startup().stream().map(Examples::encoded).toList();
        fuzz(examples, 8, bytes -> {
            StartupPacket packet = StartupPacket.decode(bytes, 0, bytes.length);
            if (packet instanceof StartupMessage startup) {
                startup.negotiation();
            }
            Examples.encoded(packet);
        });
    }

    @Test
    void mutatedRowsAreRewrittenOrRefused() {
        List<byte[]> examples = Examples.backend().stream()
                .filter(DataRow.class::isInstance)
                .map(Examples::encoded)
                .toList();
        var rewriter = new DataRowRewriter(new boolean[] {true, false}, (column, array, offset, length, out) -> {
            out.bytes(array, offset, length).int8('*');
            return true;
        });
        fuzz(
                examples,
                Frames.HEADER,
                bytes -> rewriter.rewrite(bytes, Frames.HEADER, bytes.length, new MessageWriter()));
    }

    @Test
    void anyBytesAreFramedOrRefused() {
        List<byte[]> examples =
                Examples.backend().stream().map(Examples::encoded).toList();
        var frames = new Frames(1000);
        fuzz(examples, 1, bytes -> {
            frames.complete(bytes, 0, bytes.length);
            Frames.startupSize(bytes, 0, bytes.length);
        });
    }

    private void fuzz(List<byte[]> examples, int minimum, Consumer<byte[]> decode) {
        System.out.println("seed " + seed + " (repeat with -Dgatehouse.seed=" + seed + ")");
        int refused = 0;
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutate(examples.get(random.nextInt(examples.size())), minimum);
            try {
                decode.accept(bytes);
                accepted++;
            } catch (WireException expected) {
                refused++;
            } catch (RuntimeException | Error bug) {
                fail("seed " + seed + " round " + round + ": " + Arrays.toString(bytes), bug);
            }
        }
        // Both must happen, or the mutations test nothing.
        assertThat(refused).isGreaterThan(ROUNDS / 100);
        assertThat(accepted).isGreaterThan(ROUNDS / 100);
    }

    private byte[] mutate(byte[] example, int minimum) {
        var bytes = new ArrayList<Byte>();
        for (byte b : example) {
            bytes.add(b);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = bytes.isEmpty() ? 0 : random.nextInt(bytes.size());
            switch (random.nextInt(4)) {
                case 0 -> bytes.add(at, (byte) random.nextInt(256));
                case 1 -> bytes.subList(at, bytes.size()).clear();
                case 2 -> setAll(bytes, at, random.nextBoolean() ? 0xff : 0x7f);
                default -> setAll(bytes, at, random.nextInt(256));
            }
        }
        byte[] mutated = new byte[Math.max(minimum, bytes.size())];
        for (int i = 0; i < bytes.size(); i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }

    private static void setAll(List<Byte> bytes, int at, int value) {
        if (at < bytes.size()) {
            bytes.set(at, (byte) value);
        }
    }
}
