package dev.gatehouse.control.identity;

import dev.gatehouse.control.store.CredentialRow;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/// Seals rows of credentials, and makes up what an unknown one would look like; all from one key that is not in the
/// store.
///
/// The seal is an HMAC over every field, so that a writer of the store can neither make nor change a credential. What a
/// writer can do is delete a row, or put back an older state of it: a revocation can be undone that way until the
/// credential expires.
final class CredentialSeal {
    private static final int SALT_BYTES = 16;

    private final byte[] sealKey;
    private final byte[] saltKey;
    private final byte[] mockKey;

    /// @param key at least 32 bytes, used for nothing else
    CredentialSeal(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the seal needs a key of at least 32 bytes");
        }
        sealKey = ScramKeys.hmac(key, utf8("credential seal v1"));
        saltKey = ScramKeys.hmac(key, utf8("credential salt v1"));
        mockKey = ScramKeys.hmac(key, utf8("credential mock v1"));
    }

    CredentialRow seal(CredentialRow row) {
        return row.withSeal(Slice.of(tag(row)));
    }

    boolean holds(CredentialRow row) {
        return MessageDigest.isEqual(tag(row), row.seal().toBytes());
    }

    /// The salt of a credential. It follows from the id, so that an id nobody has looks like one that somebody has.
    Slice salt(Id id) {
        return Slice.of(Arrays.copyOf(ScramKeys.hmac(saltKey, id.bytes()), SALT_BYTES));
    }

    /// Keys that no secret fits, the same ones each time.
    ScramKeys mock(Id id) {
        byte[] stored = ScramKeys.hmac(mockKey, id.bytes());
        return new ScramKeys(Slice.of(stored), Slice.of(ScramKeys.hmac(mockKey, stored)));
    }

    private byte[] tag(CredentialRow row) {
        var parts = List.of(
                utf8(row.id()),
                utf8(row.connection()),
                utf8(row.issuer()),
                utf8(row.who()),
                utf8(row.principal()),
                utf8(row.purpose().map(purpose -> "=" + purpose).orElse("")),
                number(row.created()),
                number(row.expires()),
                row.revoked().isPresent() ? number(row.revoked().getAsLong()) : new byte[0],
                number(row.iterations()),
                row.storedKey().toBytes(),
                row.serverKey().toBytes());
        int size = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
        var message = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            message.putInt(part.length).put(part);
        }
        return ScramKeys.hmac(sealKey, message.array());
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
