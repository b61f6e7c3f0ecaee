package dev.gatehouse.postgres.login;

import dev.gatehouse.gateway.Authenticator;
import dev.gatehouse.gateway.Prompt;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.auth.ScramException;
import dev.gatehouse.postgres.auth.ScramServer;
import dev.gatehouse.postgres.auth.ScramVerifier;
import dev.gatehouse.postgres.wire.Authentication;
import dev.gatehouse.postgres.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Asks a PostgreSQL client to prove itself. One thread.
public final class PasswordPrompt implements Prompt {
    private static final int NONCE_BYTES = 18;

    private final LoginWire wire;
    private final Optional<Slice> endPoint;
    private final RandomGenerator random;

    /// @param endPoint tls-server-end-point of this connection, for SCRAM-SHA-256-PLUS
    /// @param random cryptographically strong
    public PasswordPrompt(LoginWire wire, Optional<Slice> endPoint, RandomGenerator random) {
        this.wire = wire;
        this.endPoint = endPoint;
        this.random = random;
    }

    @Override
    public char[] password() throws IOException {
        if (!wire.wire().encrypted()) {
            throw new IllegalStateException("PasswordPrompt.password was called on a wire without TLS");
        }
        wire.send(new Authentication.CleartextPassword());
        Slice bytes = wire.answer().password();
        var chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length()));
        char[] password = new char[chars.remaining()];
        chars.get(password);
        return password;
    }

    @Override
    public boolean scram(Authenticator.ScramSecret secret) throws IOException {
        var verifier = new ScramVerifier(secret.salt(), secret.iterations(), secret.storedKey(), secret.serverKey());
        var server = new ScramServer(verifier, endPoint, nonce());
        try {
            wire.send(new Authentication.Sasl(server.mechanisms()));
            var initial = wire.answer().saslInitialResponse();
            var first = initial.data().orElseThrow(() -> WireException.violation("SCRAM begins with the client"));
            wire.send(new Authentication.SaslContinue(server.first(initial.mechanism(), first)));
            return switch (server.finish(wire.answer().saslResponse())) {
                case ScramServer.Result.Proved(Slice last) -> {
                    wire.send(new Authentication.SaslFinal(last));
                    yield true;
                }
                case ScramServer.Result.WrongPassword _ -> false;
            };
        } catch (ScramException malformed) {
            throw WireException.violation(malformed.getMessage());
        }
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
