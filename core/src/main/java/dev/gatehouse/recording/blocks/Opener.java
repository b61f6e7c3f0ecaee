package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.MerkleHash;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Opens the blocks of one recording with the gateway's keys. For one thread at a time.
public final class Opener {
    private final SecretKeySpec wrappingKey;
    private final Cipher cipher = Sealer.gcm();

    public Opener(Id recording, BlockKeys keys) {
        this.wrappingKey = keys.wrappingKey(recording);
    }

    /// The content of `block`; empty when its key was erased.
    ///
    /// @throws GeneralSecurityException if the block or the slot was altered, or these are not the keys
    public Optional<Slice> open(BlockFile.Block block, byte[] slotBytes, BlockRef ref) throws GeneralSecurityException {
        Optional<KeySlot> slot = KeySlot.decode(slotBytes);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        Slice nonce = slot.get().nonce();
        var parameters = new GCMParameterSpec(8 * Sealer.TAG_BYTES, nonce.toBytes());
        cipher.init(Cipher.DECRYPT_MODE, wrappingKey, parameters);
        cipher.updateAAD(block.header().id().bytes());
        var key = new SecretKeySpec(cipher.doFinal(slot.get().wrapped().toBytes()), "AES");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * Sealer.TAG_BYTES, new byte[12]));
        cipher.updateAAD(block.clear().toBytes());
        Slice plain = Slice.of(cipher.doFinal(block.sealed().toBytes()));
        Slice salt = plain.part(0, Sealer.SALT_BYTES);
        Slice content = plain.from(Sealer.SALT_BYTES);
        if (!Sealer.commitment(MerkleHash.sha256(), salt, content).equals(ref.commitment())) {
            throw new GeneralSecurityException("the content is not the one that the log commits to");
        }
        return Optional.of(content);
    }
}
