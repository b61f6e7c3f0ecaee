package dev.gatehouse.recording.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    /// The example key and note of golang.org/x/mod/sumdb/note.
    private static final String EXAMPLE_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String EXAMPLE_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String EXAMPLE_SIGNATURE =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    @TempDir
    Path directory;

    private GatewayKeys keys;
    private byte[] note;

    @BeforeEach
    void signedCheckpoint() throws IOException {
        keys = GatewayKeys.create(directory.resolve("keys"), "eu-1", InstantSource.system(), new SecureRandom());
        note = checkpoint(keys.origin()).sign(keys.verifierKey(), keys::sign).getBytes(UTF_8);
    }

    private static Checkpoint checkpoint(String origin) {
        return new Checkpoint(origin, 42, Slice.of(new byte[32]));
    }

    @Test
    void aNoteOfAnotherImplementationIsOpened() {
        VerifierKey key = VerifierKey.parse(EXAMPLE_KEY).orElseThrow();
        String example = EXAMPLE_TEXT + "\n— PeterNeumann " + EXAMPLE_SIGNATURE + "\n";
        assertThat(key).hasToString(EXAMPLE_KEY);
        assertThat(SignedNote.open(example.getBytes(UTF_8), key)).contains(EXAMPLE_TEXT);
        assertThat(SignedNote.open(example.replace("answer", "Answer").getBytes(UTF_8), key))
                .isEmpty();
    }

    @Test
    void aLineOfAnUnknownKeyIsIgnored() {
        String witnessed = new String(note, UTF_8) + "— witness.example Az3grlgtzPICa5OS8npVmf1Myq8=\n";
        assertThat(Checkpoint.open(witnessed.getBytes(UTF_8), keys.verifierKey()))
                .isPresent();
    }

    @Test
    void aSignedCheckpointIsReadBack() {
        assertThat(keys.origin()).startsWith("gatehouse/eu-1/");
        assertThat(new String(note, UTF_8))
                .startsWith(keys.origin() + "\n42\nAAAA")
                .contains("\n\n— gatehouse/eu-1/");
        assertThat(Checkpoint.open(note, keys.verifierKey())).contains(checkpoint(keys.origin()));
    }

    @Test
    void aCheckpointOfAnotherLogIsNotOurs() {
        String other = checkpoint("gatehouse/eu-2/1").sign(keys.verifierKey(), keys::sign);
        assertThat(Checkpoint.open(other.getBytes(UTF_8), keys.verifierKey())).isEmpty();
    }

    @Test
    void anyOtherByteMakesItInvalid() {
        for (int i = 0; i < note.length; i++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                note[i] ^= (byte) bit;
                assertThat(Checkpoint.open(note, keys.verifierKey()))
                        .as("byte %d", i)
                        .isEmpty();
                note[i] ^= (byte) bit;
            }
        }
    }
}
