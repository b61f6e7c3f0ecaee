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
import javax.crypto.Mac;
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

    private static final int DRAWN = Id.BYTES + KEY_BYTES + SALT_BYTES + KeySlot.NONCE_BYTES;
    private static final int MOST_DRAWN = 32;

    private static final byte[] NOTHING = new byte[0];
    private static final GCMParameterSpec ZERO_NONCE = new GCMParameterSpec(8 * TAG_BYTES, new byte[12]);

    private final BlockKeys keys;
    private final SecureRandom random;
    private final SecretKeySpec wrappingKey;
    private final Cipher cipher;

    /// One of its own, since a cipher remembers the schedule of its last key.
    private final Cipher wrapping;
    private final MessageDigest digest = MerkleHash.sha256();
    private byte[] blocks = NOTHING;
    private int size;
    private final ByteArrayOutputStream slots = new ByteArrayOutputStream();
    private byte[] drawn = NOTHING;
    private int used;
    private @Nullable Mac tokens;
    private long sequence;

    public Sealer(Id recording, BlockKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        this.wrappingKey = keys.wrappingKey(recording);
        this.cipher = gcm();
        this.wrapping = gcm();
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
        int from = draw();
        var id = Id.of(Arrays.copyOfRange(drawn, from, from + Id.BYTES));
        Slice dataKey = Slice.of(drawn, from + Id.BYTES, KEY_BYTES);
        Slice salt = Slice.of(drawn, from + Id.BYTES + KEY_BYTES, SALT_BYTES);
        Slice nonce = Slice.of(drawn, from + Id.BYTES + KEY_BYTES + SALT_BYTES, KeySlot.NONCE_BYTES);
        Slice plain = content.bytes();
        var header = new BlockHeader(sequence, id, content.kind(), content.categories(), at, plain.length() + OVERHEAD);
        byte[] clear = header.encode();
        int end = encrypt(dataKey, clear, salt, plain);
        byte[] slot = wrap(id, dataKey, nonce, content.subject());
        digest.update(blocks, size, end - size);
        var hash = Slice.of(digest.digest());
        var ref = new BlockRef(sequence, id, hash, commitment(digest, salt, plain), Slice.of(digest.digest(slot)));
        size = end;
        slots.writeBytes(slot);
        sequence++;
        Arrays.fill(drawn, from, from + DRAWN, (byte) 0);
        return ref;
    }

    /// Where the random bytes for one block begin: they are drawn for several blocks at once when many are sealed.
    private int draw() {
        if (used == drawn.length) {
            drawn = new byte[(int) Math.min(MOST_DRAWN, 1 + sequence / 2) * DRAWN];
            random.nextBytes(drawn);
            used = 0;
        }
        used += DRAWN;
        return used - DRAWN;
    }

    /// The blocks that were sealed since they were last taken.
    public Slice takeBlocks() {
        var taken = Slice.of(blocks, 0, size);
        // Sessions that are idle keep no memory for it.
        blocks = NOTHING;
        size = 0;
        return taken;
    }

    /// The slots that belong to them.
    public Slice takeSlots() {
        var taken = Slice.of(slots.toByteArray());
        slots.reset();
        return taken;
    }

    public int waitingBytes() {
        return size;
    }

    static Slice commitment(MessageDigest digest, Slice salt, Slice content) {
        digest.update(salt.array(), salt.offset(), salt.length());
        digest.update(content.array(), content.offset(), content.length());
        return Slice.of(digest.digest());
    }

    /// Puts header and sealed bytes behind the blocks that wait, in one piece and without a copy in between; says where
    /// they end.
    private int encrypt(Slice key, byte[] header, Slice salt, Slice plain) throws GeneralSecurityException {
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.array(), key.offset(), KEY_BYTES, "AES"), ZERO_NONCE);
        cipher.updateAAD(header);
        reserve(header.length + plain.length() + OVERHEAD);
        System.arraycopy(header, 0, blocks, size, header.length);
        int end = size + header.length;
        end += cipher.update(salt.array(), salt.offset(), salt.length(), blocks, end);
        return end + cipher.doFinal(plain.array(), plain.offset(), plain.length(), blocks, end);
    }

    private void reserve(int more) {
        if (more > blocks.length - size) {
            blocks = Arrays.copyOf(blocks, Math.max(size + more, size == 0 ? 0 : 2 * blocks.length));
        }
    }

    private byte[] wrap(Id id, Slice key, Slice nonce, @Nullable Slice subject) throws GeneralSecurityException {
        var parameters = new GCMParameterSpec(8 * TAG_BYTES, nonce.array(), nonce.offset(), nonce.length());
        wrapping.init(Cipher.ENCRYPT_MODE, wrappingKey, parameters);
        wrapping.updateAAD(id.bytes());
        byte[] wrapped = wrapping.doFinal(key.array(), key.offset(), key.length());
        Slice token = subject == null ? Slice.of(new byte[KeySlot.SUBJECT_BYTES]) : token(subject);
        return new KeySlot(id, nonce, Slice.of(wrapped), token).encode();
    }

    private Slice token(Slice subject) {
        if (tokens == null) {
            tokens = keys.subjectTokens();
        }
        return BlockKeys.subjectToken(tokens, subject);
    }
}
