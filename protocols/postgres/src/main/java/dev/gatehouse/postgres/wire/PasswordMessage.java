package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// PasswordMessage (F), and every other answer of type `p` during authentication: which one it is depends on what was
/// asked, so the body stays as it came until somebody says so.
///
/// @param body a secret
public record PasswordMessage(Slice body) implements FrontendMessage {
    static final byte TYPE = 'p';

    static PasswordMessage decode(MessageReader in) {
        return new PasswordMessage(in.rest());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).bytes(body).end();
    }

    /// What answers AuthenticationCleartextPassword or AuthenticationMD5Password.
    public static PasswordMessage of(Slice password) {
        return new PasswordMessage(new MessageWriter().bytes(password).int8(0).toSlice());
    }

    /// The password's bytes, of an answer to AuthenticationCleartextPassword.
    public Slice password() {
        var in = new MessageReader(body);
        var password = in.stringBytes();
        in.end();
        return password;
    }

    /// As the answer to AuthenticationSASL.
    public SaslInitialResponse saslInitialResponse() {
        return SaslInitialResponse.decode(new MessageReader(body));
    }

    /// As the answer to AuthenticationSASLContinue (SASLResponse).
    public Slice saslResponse() {
        return body;
    }
}
