package dev.gatehouse.postgres.target;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.auth.Md5Password;
import dev.gatehouse.postgres.auth.ScramClient;
import dev.gatehouse.postgres.auth.ScramException;
import dev.gatehouse.postgres.wire.Authentication;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.NegotiateProtocolVersion;
import dev.gatehouse.postgres.wire.NoticeResponse;
import dev.gatehouse.postgres.wire.PasswordMessage;
import dev.gatehouse.postgres.wire.SaslInitialResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Answers a server's Authentication messages until it is content, or until the gateway is not. One use.
final class TargetAuthentication {
    private final MessageStream stream;
    private final TargetCredential credential;
    private final boolean encrypted;
    private final Optional<Slice> endPoint;
    private final String nonce;

    TargetAuthentication(
            MessageStream stream,
            TargetCredential credential,
            boolean encrypted,
            Optional<Slice> endPoint,
            String nonce) {
        this.stream = stream;
        this.credential = credential;
        this.encrypted = encrypted;
        this.endPoint = endPoint;
        this.nonce = nonce;
    }

    /// 18 random bytes as text, as libpq has it.
    static String nonce(RandomGenerator random) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    void run() throws IOException, LoginFailure {
        switch (ask()) {
            case Authentication.Ok _ -> {}
            case Authentication.CleartextPassword _ -> password(cleartext());
            case Authentication.Md5Password(Slice salt) -> password(md5(salt));
            case Authentication.Sasl sasl -> scram(sasl);
            case Authentication.SaslContinue _, Authentication.SaslFinal _ -> throw outOfOrder();
            case Authentication.Unsupported other ->
                throw LoginFailure.unsupported("the target asks for " + other.method()
                        + " authentication; let its pg_hba.conf ask the gateway's role for scram-sha-256");
        }
    }

    /// The server's next Authentication message.
    private Authentication ask() throws IOException, LoginFailure {
        while (true) {
            BackendMessage message = stream.receive();
            switch (message) {
                case Authentication authentication -> {
                    return authentication;
                }
                case ErrorResponse(var diagnostic) -> throw LoginFailure.refused(diagnostic);
                case NoticeResponse _, NegotiateProtocolVersion _ -> {}
                default -> throw outOfOrder();
            }
        }
    }

    private static LoginFailure outOfOrder() {
        return LoginFailure.notTrusted("08P01", "the target's messages during login are out of order");
    }

    private Slice cleartext() throws LoginFailure {
        if (!encrypted) {
            throw LoginFailure.unsupported("the target asks for the password in clear on an unencrypted connection; use"
                    + " tls.mode verify-full, or scram-sha-256 in its pg_hba.conf");
        }
        return credential.password();
    }

    private Slice md5(Slice salt) {
        char[] password = credential.characters();
        try {
            return Md5Password.answer(credential.user(), password, salt);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private void password(Slice answer) throws IOException, LoginFailure {
        var out = new MessageWriter();
        PasswordMessage.of(answer).encode(out);
        stream.send(out);
        if (!(ask() instanceof Authentication.Ok)) {
            throw outOfOrder();
        }
    }

    private void scram(Authentication.Sasl offer) throws IOException, LoginFailure {
        var scram = ScramClient.choose(offer.mechanisms(), endPoint, nonce)
                .orElseThrow(() -> LoginFailure.unsupported(
                        "the target offers only " + offer.mechanisms() + "; the gateway speaks SCRAM-SHA-256"));
        var out = new MessageWriter();
        new SaslInitialResponse(scram.mechanism().word(), Optional.of(scram.first())).encode(out);
        stream.send(out);
        try {
            if (!(ask() instanceof Authentication.SaslContinue(Slice challenge))) {
                throw outOfOrder();
            }
            out.clear();
            new PasswordMessage(scram.last(challenge, credential::keys)).encode(out);
            stream.send(out);
            // AuthenticationOk before the server's proof would let an impostor in who knows no password.
            if (!(ask() instanceof Authentication.SaslFinal(Slice proof))) {
                throw outOfOrder();
            }
            scram.verify(proof);
        } catch (ScramException broken) {
            throw LoginFailure.notTrusted("28000", "SCRAM with the target failed: " + broken.getMessage());
        }
        if (!(ask() instanceof Authentication.Ok)) {
            throw outOfOrder();
        }
    }
}
