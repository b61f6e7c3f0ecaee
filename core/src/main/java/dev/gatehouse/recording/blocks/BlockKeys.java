package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.secret.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keys under which recordings are sealed: one wrapping key per recording, and the key of subject tokens. Safe for
/// any thread.
public final class BlockKeys implements AutoCloseable {
    private final Secret wrap;
    private final Secret subject;

    public BlockKeys(GatewayKeys keys) {
        this.wrap = keys.derive(Purpose.WRAP);
        this.subject = keys.derive(Purpose.SUBJECT);
    }

    /// The key that wraps the data keys of `recording`.
    SecretKeySpec wrappingKey(Id recording) {
        byte[] above = wrap.bytes();
        byte[] key = GatewayKeys.expand(above, recording.bytes());
        try {
            return new SecretKeySpec(key, "AES");
        } finally {
            Arrays.fill(above, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The token under which what concerns `person` is found again.
    public Slice subjectToken(Slice person) {
        return subjectToken(subjectTokens(), person);
    }

    static Slice subjectToken(Mac tokens, Slice person) {
        tokens.update(person.array(), person.offset(), person.length());
        return Slice.of(tokens.doFinal());
    }

    /// What makes such tokens, for one thread: making it costs more than using it.
    Mac subjectTokens() {
        byte[] key = subject.bytes();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public void close() {
        wrap.close();
        subject.close();
    }
}
