package dev.gatehouse.postgres.auth;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The server's side of one SCRAM exchange: [#first], then [#finish], each once.
///
/// For an unknown name use [ScramVerifier#mock]: the exchange then looks the same and fails at the end. One thread.
public final class ScramServer {
    private final ScramVerifier verifier;
    private final Optional<Slice> endPoint;
    private final String nonce;
    private String clientFirstBare = "";
    private String serverFirst = "";
    private String combinedNonce = "";
    private byte[] expectedChannel = new byte[0];

    /// @param endPoint tls-server-end-point of this connection, if it has TLS and such a thing
    /// @param nonce fresh randomness, printable ASCII without comma
    public ScramServer(ScramVerifier verifier, Optional<Slice> endPoint, String nonce) {
        this.verifier = verifier;
        this.endPoint = endPoint;
        this.nonce = nonce;
    }

    /// How it ended.
    public sealed interface Result {
        /// @param last the server-final-message
        record Proved(Slice last) implements Result {}

        record WrongPassword() implements Result {}
    }

    /// What AuthenticationSASL offers, best first.
    public List<String> mechanisms() {
        return endPoint.isPresent()
                ? List.of(Mechanism.SCRAM_SHA_256_PLUS.word(), Mechanism.SCRAM_SHA_256.word())
                : List.of(Mechanism.SCRAM_SHA_256.word());
    }

    /// The server-first-message that answers a client-first-message. The name in it is ignored, as in PostgreSQL.
    public Slice first(String mechanism, Slice clientFirst) throws ScramException {
        if (!mechanisms().contains(mechanism)) {
            throw new ScramException("the client chose a SASL mechanism that was not offered");
        }
        var in = ScramText.of(clientFirst);
        boolean plus = mechanism.equals(Mechanism.SCRAM_SHA_256_PLUS.word());
        checkFlag(in.part(), plus);
        if (!in.part().isEmpty()) {
            throw new ScramException("the client wants to act for somebody else (authzid), which is not possible");
        }
        String header = in.before() + ",";
        clientFirstBare = in.rest();
        in.value('n');
        combinedNonce = ScramText.nonce(in.value('r')) + nonce;
        expectedChannel = channel(header, plus);
        serverFirst = "r=" + combinedNonce + ",s="
                + Base64.getEncoder().encodeToString(verifier.salt().toBytes()) + ",i=" + verifier.iterations();
        return ScramText.bytes(serverFirst);
    }

    private void checkFlag(String flag, boolean plus) throws ScramException {
        switch (flag) {
            case "n" -> require(!plus, "the client chose a bound mechanism and binds nothing");
            case "y" -> {
                require(!plus, "the client chose a bound mechanism and binds nothing");
                require(endPoint.isEmpty(), "the client was told that channel binding is not offered, but it is");
            }
            case "p=tls-server-end-point" -> require(plus, "the client binds the channel without choosing -PLUS");
            default -> throw new ScramException("the client's channel binding is not tls-server-end-point");
        }
    }

    private static void require(boolean condition, String text) throws ScramException {
        if (!condition) {
            throw new ScramException(text);
        }
    }

    private byte[] channel(String header, boolean plus) {
        byte[] start = header.getBytes(StandardCharsets.UTF_8);
        byte[] binding = plus ? endPoint.orElseThrow().toBytes() : new byte[0];
        byte[] channel = Arrays.copyOf(start, start.length + binding.length);
        System.arraycopy(binding, 0, channel, start.length, binding.length);
        return channel;
    }

    /// Judges the client-final-message.
    public Result finish(Slice clientFinal) throws ScramException {
        require(!serverFirst.isEmpty(), "the client's messages are out of order");
        var in = ScramText.of(clientFinal);
        byte[] channel = ScramText.base64(in.value('c'));
        String repeated = in.value('r');
        String withoutProof = in.before();
        byte[] proof = ScramText.base64(in.value('p'));
        require(in.atEnd() && proof.length == Sha256.LENGTH, "the client's proof is malformed");
        require(same(repeated, combinedNonce), "the client's nonce does not match");
        require(
                MessageDigest.isEqual(channel, expectedChannel),
                "the client's channel binding does not match: is somebody between client and gateway?");
        String authMessage = clientFirstBare + "," + serverFirst + "," + withoutProof;
        byte[] storedKey = verifier.storedKey().toBytes();
        byte[] clientKey = Sha256.xor(proof, Sha256.hmac(storedKey, authMessage));
        if (!MessageDigest.isEqual(Sha256.hash(clientKey), storedKey)) {
            return new Result.WrongPassword();
        }
        byte[] signature = Sha256.hmac(verifier.serverKey().toBytes(), authMessage);
        return new Result.Proved(ScramText.bytes("v=" + Base64.getEncoder().encodeToString(signature)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
