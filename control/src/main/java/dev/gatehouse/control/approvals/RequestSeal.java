package dev.gatehouse.control.approvals;

import dev.gatehouse.control.store.RequestRow;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts requests for the store (AES-256-GCM, a random nonce before each text, bound to the request's id): they hold
/// statements with their constants, and what they say admits operations.
public final class RequestSeal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RequestJson json;
    private final SecureRandom random;

    /// @param key 32 bytes, used for nothing else
    public RequestSeal(byte[] key, RequestJson json, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.json = json;
        this.random = random;
    }

    RequestRow seal(Request request) {
        byte[] plain = json.write(request);
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, request.id().bytes());
            byte[] text = cipher.doFinal(plain);
            var sealed = ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text);
            return new RequestRow(
                    request.id().toString(),
                    request.state().word(),
                    request.connection(),
                    request.created().toEpochMilli(),
                    request.expires().toEpochMilli(),
                    request.dedupe(),
                    Slice.of(sealed.array()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a request cannot be encrypted", impossible);
        }
    }

    /// The request in a row; empty when the row was not written by this gateway, or belongs to another id.
    Optional<Request> open(RequestRow row) {
        Optional<Id> id = Id.parse(row.id());
        if (id.isEmpty() || row.sealed().length() < NONCE) {
            return Optional.empty();
        }
        byte[] sealed = row.sealed().toBytes();
        try {
            Cipher cipher = cipher(
                    Cipher.DECRYPT_MODE,
                    java.util.Arrays.copyOf(sealed, NONCE),
                    id.get().bytes());
            return Optional.of(json.read(id.get(), cipher.doFinal(sealed, NONCE, sealed.length - NONCE)));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id);
        return cipher;
    }
}
