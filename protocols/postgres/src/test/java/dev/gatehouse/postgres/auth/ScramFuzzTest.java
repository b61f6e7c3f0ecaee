package dev.gatehouse.postgres.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import java.util.Base64;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever the other side says in SCRAM is understood or a [ScramException], and never lets in who does not know the
/// password.
class ScramFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final String CLIENT_NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final ScramVerifier PENCIL = ScramVerifier.of(
            "pencil".toCharArray(), Slice.of(Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==")), 4096);
    private static final Slice FIRST = Slice.utf8("n,,n=user,r=" + CLIENT_NONCE);
    private static final Slice CHALLENGE =
            Slice.utf8("r=" + CLIENT_NONCE + SERVER_NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1");
    private static final Slice FINAL =
            Slice.utf8("c=biws,r=" + CLIENT_NONCE + SERVER_NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");

    private final long seed = Long.getLong("gatehouse.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void aMutatedProofNeverProvesAnythingElse() {
        for (int round = 0; round < ROUNDS; round++) {
            Slice first = round % 2 == 0 ? mutated(FIRST) : FIRST;
            Slice last = round % 2 == 0 ? FINAL : mutated(FINAL);
            var server = new ScramServer(PENCIL, Optional.empty(), SERVER_NONCE);
            boolean proved;
            try {
                server.first("SCRAM-SHA-256", first);
                proved = server.finish(last) instanceof ScramServer.Result.Proved;
            } catch (ScramException refused) {
                proved = false;
            }
            // The proof covers every byte that counts: who alters one and is let in has altered none.
            if (!bare(first).equals(bare(FIRST)) || !last.equals(FINAL)) {
                assertThat(proved && !sameProof(last))
                        .as("seed %d: %s / %s", seed, first.utf8(), last.utf8())
                        .isFalse();
            }
        }
    }

    /// Base64 has spare bits in its last letter: another letter may be the same proof.
    private static boolean sameProof(Slice last) {
        int proof = last.utf8().lastIndexOf("p=");
        return proof > 0 && last.utf8().substring(0, proof).equals(FINAL.utf8().substring(0, proof));
    }

    private static String bare(Slice first) {
        return first.utf8().substring(Math.min(3, first.length()));
    }

    @Test
    void aMutatedChallengeIsAnsweredOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var client = new ScramClient(Mechanism.SCRAM_SHA_256, "n,,", new byte[0], "user", CLIENT_NONCE);
            var challenge = mutated(CHALLENGE);
            if (challenge.utf8().matches(".*i=\\d{4,}.*")) {
                continue; // Millions of rounds would only take long.
            }
            try {
                assertThat(client.last(challenge, "pencil".toCharArray()).utf8())
                        .startsWith("c=biws,r=" + CLIENT_NONCE);
            } catch (ScramException refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).isNotEmpty();
            }
        }
    }

    private Slice mutated(Slice example) {
        byte[] bytes = example.toBytes();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? (byte) random.nextInt() : bytes[random.nextInt(bytes.length)];
        }
        return Slice.of(bytes).part(0, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
    }
}
