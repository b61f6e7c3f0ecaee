package dev.gatehouse.control.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is sent as a token, the verifier answers; it never throws and never believes what was not signed.
final class TokenVerifierFuzzTest {
    private static final int ROUNDS = 5_000;
    private static final String[] PIECES = {
        "{", "}", "[", "]", "\"", ":", ",", "\\u0000", "null", "true", "-1", "1e999", "\"exp\"", "\"act\"", "\"alg\"",
        "none", "\"kid\"", ".", "\uD83D", "é"
    };

    @TempDir
    private Path directory;

    private Tokens tokens;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException, IOException {
        tokens = new Tokens(directory);
    }

    @Test
    void aMutatedTokenIsRefused() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        String good = tokens.token().text();
        for (int i = 0; i < ROUNDS; i++) {
            String mutated = mutate(good, random);
            assertThat(tokens.verifier.verify(mutated))
                    .as("seed %d, round %d: %s", seed, i, mutated)
                    .isInstanceOf(Verification.Rejected.class);
        }
    }

    @Test
    void aSignedPayloadOfAnyShapeIsAnswered() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        String payload = new String(decoded(tokens.token().text().split("\\.", 3)[1]), StandardCharsets.UTF_8);
        for (int i = 0; i < ROUNDS / 5; i++) {
            String mutated = splice(payload, random);
            assertThat(tokens.verifier.verify(signed(mutated)))
                    .as("seed %d, round %d: %s", seed, i, mutated)
                    .isNotNull();
        }
    }

    @Test
    void deepNestingAndRepeatedNamesAreRefused() {
        String deep = "{\"iss\":\"" + Token.ISSUER + "\",\"act\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(Tokens.reason(tokens.verifier, signed(deep))).isEqualTo(Reason.MALFORMED);
        String twice = "{\"iss\":\"https://evil.example\",\"iss\":\"" + Token.ISSUER + "\"}";
        assertThat(Tokens.reason(tokens.verifier, signed(twice))).isEqualTo(Reason.MALFORMED);
    }

    private String signed(String payload) {
        return tokens.ed.sign("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}", payload);
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    /// Changes the meaning of one part: its decoded bytes differ, so that the signature cannot fit.
    private static String mutate(String token, SplittableRandom random) {
        String[] parts = token.split("\\.", 3);
        int which = random.nextInt(parts.length);
        byte[] bytes = decoded(parts[which]);
        byte[] changed = bytes.clone();
        if (random.nextBoolean()) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        } else {
            changed = splice(new String(bytes, StandardCharsets.ISO_8859_1), random)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        parts[which] = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
        return String.join(".", parts);
    }

    private static String splice(String text, SplittableRandom random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(4));
        String piece = PIECES[random.nextInt(PIECES.length)];
        String spliced = text.substring(0, from) + piece + text.substring(to);
        return spliced.equals(text) ? text + piece : spliced;
    }
}
