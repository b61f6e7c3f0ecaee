package dev.gatehouse.postgres.auth;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The client's side of one SCRAM exchange: [#first], then [#last], then [#verify], each once.
///
/// The user name is left empty, as PostgreSQL takes it from the StartupMessage. One thread.
public final class ScramClient {
    private final Mechanism mechanism;
    private final String user;
    private final String nonce;
    private final String gs2Header;
    private final byte[] binding;
    private Slice expectedSignature = Slice.EMPTY;

    /// @param user empty towards PostgreSQL; the RFC's examples have one
    ScramClient(Mechanism mechanism, String gs2Header, byte[] binding, String user, String nonce) {
        this.mechanism = mechanism;
        this.user = user;
        this.gs2Header = gs2Header;
        this.binding = binding;
        this.nonce = nonce;
    }

    /// The best mechanism that both sides can do, or empty if there is none.
    ///
    /// @param offered the server's list
    /// @param endPoint tls-server-end-point of this connection, if it has TLS and such a thing
    /// @param nonce fresh randomness, printable ASCII without comma
    public static Optional<ScramClient> choose(List<String> offered, Optional<Slice> endPoint, String nonce) {
        if (endPoint.isPresent() && offered.contains(Mechanism.SCRAM_SHA_256_PLUS.word())) {
            return Optional.of(new ScramClient(
                    Mechanism.SCRAM_SHA_256_PLUS,
                    "p=tls-server-end-point,,",
                    endPoint.get().toBytes(),
                    "",
                    nonce));
        }
        if (offered.contains(Mechanism.SCRAM_SHA_256.word())) {
            // `y` tells a server that did offer PLUS that somebody struck it from the list.
            String flag = endPoint.isPresent() ? "y,," : "n,,";
            return Optional.of(new ScramClient(Mechanism.SCRAM_SHA_256, flag, new byte[0], "", nonce));
        }
        return Optional.empty();
    }

    public Mechanism mechanism() {
        return mechanism;
    }

    /// The client-first-message.
    public Slice first() {
        return ScramText.bytes(gs2Header + firstBare());
    }

    private String firstBare() {
        return "n=" + user + ",r=" + nonce;
    }

    /// The client-final-message that answers a server-first-message; the caller wipes `password`.
    public Slice last(Slice serverFirst, char[] password) throws ScramException {
        return last(serverFirst, (salt, iterations) -> ScramKeys.of(password, salt, iterations));
    }

    /// The same with keys that may be known from before.
    public Slice last(Slice serverFirst, ScramKeys.Source keys) throws ScramException {
        var in = ScramText.of(serverFirst);
        String combined = ScramText.nonce(in.value('r'));
        if (!combined.startsWith(nonce) || combined.length() == nonce.length()) {
            throw new ScramException("the server's nonce does not continue ours");
        }
        byte[] salt = ScramText.base64(in.value('s'));
        int iterations = iterations(in.value('i'));
        if (salt.length == 0) {
            throw new ScramException("the server's salt is empty");
        }
        String withoutProof = "c=" + Base64.getEncoder().encodeToString(channel()) + ",r=" + combined;
        String authMessage = firstBare() + "," + serverFirst.utf8() + "," + withoutProof;
        ScramKeys known = keys.of(Slice.of(salt), iterations);
        expectedSignature = known.signature(authMessage);
        return ScramText.bytes(withoutProof + ",p=" + Base64.getEncoder().encodeToString(known.proof(authMessage)));
    }

    private static int iterations(String value) throws ScramException {
        if (value.isEmpty() || value.length() > 7 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ScramException("the server's iteration count is not a number of at most seven digits");
        }
        int iterations = Integer.parseInt(value);
        if (iterations < 1 || iterations > ScramVerifier.MAXIMUM_ITERATIONS) {
            throw new ScramException("the server asks for " + iterations + " iterations; allowed are 1 to "
                    + ScramVerifier.MAXIMUM_ITERATIONS);
        }
        return iterations;
    }

    private byte[] channel() {
        byte[] header = gs2Header.getBytes(StandardCharsets.UTF_8);
        byte[] channel = Arrays.copyOf(header, header.length + binding.length);
        System.arraycopy(binding, 0, channel, header.length, binding.length);
        return channel;
    }

    /// Whether the server-final-message proves that the server knows the password's verifier. Without that, nothing it
    /// says afterwards may be believed.
    public void verify(Slice serverFinal) throws ScramException {
        var in = ScramText.of(serverFinal);
        byte[] signature = ScramText.base64(in.value('v'));
        if (expectedSignature.isEmpty() || !MessageDigest.isEqual(signature, expectedSignature.toBytes())) {
            throw new ScramException("the server could not prove that it knows the password");
        }
    }
}
