package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    @Test
    void whatWasEncodedIsDecodedToTheSame() {
        for (FrontendMessage message : Examples.frontend()) {
            byte[] bytes = Examples.encoded(message);
            assertThat(FrontendMessage.decode(bytes, 0, bytes.length)).isEqualTo(message);
        }
        for (BackendMessage message : Examples.backend()) {
            byte[] bytes = Examples.encoded(message);
            assertThat(BackendMessage.decode(bytes, 0, bytes.length)).isEqualTo(message);
        }
        for (StartupPacket packet : Examples.startup()) {
            byte[] bytes = Examples.encoded(packet);
            assertThat(StartupPacket.decode(bytes, 0, bytes.length)).isEqualTo(packet);
        }
    }

    @Test
    void eachKindOfMessageHasAnExample() {
        assertExamples(FrontendMessage.class, Examples.frontend());
        assertExamples(BackendMessage.class, Examples.backend());
        assertExamples(StartupPacket.class, Examples.startup());
    }

    private static void assertExamples(Class<?> sealed, List<?> examples) {
        assertThat(examples.stream().<Class<?>>map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(records(sealed).toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RoundTripTest::records)
                : Stream.of(type);
    }

    @Test
    void aMessageOneByteShorterOrLongerIsRefusedUnlessItHoldsFreeBytes() {
        for (BackendMessage message : Examples.backend()) {
            byte[] bytes = Examples.encoded(message);
            if (message instanceof BackendMessage.Unknown
                    || message instanceof CopyData
                    || message instanceof BackendKeyData
                    || message instanceof Authentication.SaslContinue
                    || message instanceof Authentication.SaslFinal
                    || message instanceof Authentication.Unsupported) {
                continue;
            }
            assertThat(catchWire(Arrays.copyOf(bytes, bytes.length + 1)))
                    .as("longer %s", message)
                    .isTrue();
            if (bytes.length > Frames.HEADER) {
                assertThat(catchWire(Arrays.copyOf(bytes, bytes.length - 1)))
                        .as("shorter %s", message)
                        .isTrue();
            }
        }
    }

    private static boolean catchWire(byte[] bytes) {
        try {
            BackendMessage.decode(bytes, 0, bytes.length);
            return false;
        } catch (WireException refused) {
            return true;
        }
    }

    @Test
    void aDecodedMessageDoesNotChangeWithTheBuffer() {
        byte[] bytes = Examples.encoded(new DataRow(Examples.backend().stream()
                .filter(DataRow.class::isInstance)
                .map(DataRow.class::cast)
                .findFirst()
                .orElseThrow()
                .values()));
        var row = (DataRow) BackendMessage.decode(bytes, 0, bytes.length);
        Arrays.fill(bytes, (byte) 'x');
        assertThat(row.values().list().getFirst().orElseThrow().utf8()).isEqualTo("ada");
    }

    @Test
    void noMessageTellsAValueInItsText() {
        Stream.of(Examples.frontend(), Examples.backend(), Examples.startup())
                .flatMap(List::stream)
                .forEach(message -> {
                    assertThat(message.toString()).doesNotContain("secret", "ada", "payload", "masked: email");
                });
    }
}
