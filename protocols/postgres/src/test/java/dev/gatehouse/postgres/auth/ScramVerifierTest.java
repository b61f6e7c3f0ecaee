package dev.gatehouse.postgres.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {
    private static final Slice SALT = Slice.utf8("0123456789abcdef");

    @Test
    void thePrintedFormIsReadBack() {
        var verifier = ScramVerifier.of("pencil".toCharArray(), SALT, 4096);
        assertThat(verifier.print()).startsWith("SCRAM-SHA-256$4096:MDEyMzQ1Njc4OWFiY2RlZg==$");
        assertThat(ScramVerifier.parse(verifier.print())).contains(verifier);
    }

    @Test
    void otherTextsAreNoVerifiers() {
        String printed = ScramVerifier.of("pencil".toCharArray(), SALT, 4096).print();
        assertThat(ScramVerifier.parse("")).isEmpty();
        assertThat(ScramVerifier.parse("md53f7c5d3b6e7c0b3a2f0c0b3a2f0c0b3a")).isEmpty();
        assertThat(ScramVerifier.parse(printed.replace("4096", "0"))).isEmpty();
        assertThat(ScramVerifier.parse(printed.replace("4096", "9999999"))).isEmpty();
        assertThat(ScramVerifier.parse(printed.substring(0, printed.length() - 5)))
                .isEmpty();
        assertThat(ScramVerifier.parse(printed + "x")).isEmpty();
        assertThatThrownBy(() -> new ScramVerifier(SALT, 1, SALT, SALT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMockIsTheSameForANameAndDiffersByNameAndKey() {
        byte[] key = new byte[32];
        byte[] other = {1};
        assertThat(ScramVerifier.mock("ada", key)).isEqualTo(ScramVerifier.mock("ada", key));
        assertThat(ScramVerifier.mock("ada", key).salt())
                .isNotEqualTo(ScramVerifier.mock("bob", key).salt());
        assertThat(ScramVerifier.mock("ada", key).salt())
                .isNotEqualTo(ScramVerifier.mock("ada", other).salt());
        assertThat(ScramVerifier.mock("ada", key).salt().length()).isEqualTo(16);
        assertThat(ScramVerifier.mock("ada", key).iterations()).isEqualTo(ScramVerifier.ITERATIONS);
    }

    @Test
    void itsTextTellsNoKey() {
        var verifier = ScramVerifier.of("pencil".toCharArray(), SALT, 4096);
        assertThat(verifier.toString()).contains("32 bytes").doesNotContain("MDEy");
    }
}
