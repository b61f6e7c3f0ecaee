package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.log.MerkleHash;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals the contents of one recording into blocks and key slots, which wait here until they are taken.
///
/// Each block has a random AES-256-GCM key that is used once, so its nonce is zero. For one thread at a time.
public final class Sealer {
    static final int SALT_BYTES = 16;
    static final int TAG_BYTES = 16;
    static final int KEY_BYTES = 32;
    /// How much longer sealed bytes are than their content.
    static final int OVERHEAD = SALT_BYTES + TAG_BYTES;

    private static final GCMParameterSpec ZERO_NONCE = new GCMParameterSpec(8 * TAG_BYTES, new byte[12]);

    private final BlockKeys keys;
    private final SecureRandom random;
    private final SecretKeySpec wrappingKey;
    private final Cipher cipher;
    private final MessageDigest digest = MerkleHash.sha256();
    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private final ByteArrayOutputStream slots = new ByteArrayOutputStream();
    private long sequence;

    public Sealer(Id recording, BlockKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        this.wrappingKey = keys.wrappingKey(recording);
        this.cipher = gcm();
    }

    static Cipher gcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has AES-GCM", e);
        }
    }

    /// Seals `content` as the next block of the recording.
    public BlockRef seal(Content content, Instant at) throws GeneralSecurityException {
        var bytes = new byte[Id.BYTES + KEY_BYTES + SALT_BYTES + KeySlot.NONCE_BYTES];
        random.nextBytes(bytes);
        var id = Id.of(Arrays.copyOf(bytes, Id.BYTES));
        Slice dataKey = Slice.of(bytes, Id.BYTES, KEY_BYTES);
        Slice salt = Slice.of(bytes, Id.BYTES + KEY_BYTES, SALT_BYTES);
        Slice nonce = Slice.of(bytes, Id.BYTES + KEY_BYTES + SALT_BYTES, KeySlot.NONCE_BYTES);
        Slice plain = content.bytes();
        var header = new BlockHeader(sequence, id, content.kind(), content.categories(), at, plain.length() + OVERHEAD);
        byte[] clear = header.encode();
        byte[] sealed = encrypt(dataKey, clear, salt, plain);
        byte[] slot = wrap(id, dataKey, nonce, content.subject());
        var ref = new BlockRef(
                sequence, id, hash(clear, sealed), commitment(digest, salt, plain), Slice.of(digest.digest(slot)));
        blocks.writeBytes(clear);
        blocks.writeBytes(sealed);
        slots.writeBytes(slot);
        sequence++;
        Arrays.fill(bytes, (byte) 0);
        return ref;
    }

    /// The blocks that were sealed since they were last taken.
    public byte[] takeBlocks() {
        return take(blocks);
    }

    /// The slots that belong to them.
    public byte[] takeSlots() {
        return take(slots);
    }

    public int waitingBytes() {
        return blocks.size();
    }

    static Slice commitment(MessageDigest digest, Slice salt, Slice content) {
        digest.update(salt.array(), salt.offset(), salt.length());
        digest.update(content.array(), content.offset(), content.length());
        return Slice.of(digest.digest());
    }

    private byte[] encrypt(Slice key, byte[] header, Slice salt, Slice plain) throws GeneralSecurityException {
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.array(), key.offset(), KEY_BYTES, "AES"), ZERO_NONCE);
        cipher.updateAAD(header);
        var sealed = new byte[plain.length() + OVERHEAD];
        int done = cipher.update(salt.array(), salt.offset(), salt.length(), sealed);
        cipher.doFinal(plain.array(), plain.offset(), plain.length(), sealed, done);
        return sealed;
    }

    private byte[] wrap(Id id, Slice key, Slice nonce, @Nullable Slice subject) throws GeneralSecurityException {
        var parameters = new GCMParameterSpec(8 * TAG_BYTES, nonce.array(), nonce.offset(), nonce.length());
        cipher.init(Cipher.ENCRYPT_MODE, wrappingKey, parameters);
        cipher.updateAAD(id.bytes());
        byte[] wrapped = cipher.doFinal(key.array(), key.offset(), key.length());
        Slice token = subject == null ? Slice.of(new byte[KeySlot.SUBJECT_BYTES]) : keys.subjectToken(subject);
        return new KeySlot(id, nonce, Slice.of(wrapped), token).encode();
    }

    private Slice hash(byte[] header, byte[] sealed) {
        digest.update(header);
        return Slice.of(digest.digest(sealed));
    }

    private static byte[] take(ByteArrayOutputStream buffer) {
        byte[] taken = buffer.toByteArray();
        buffer.reset();
        return taken;
    }
}
