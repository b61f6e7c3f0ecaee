package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns text into what somebody may see instead of it.
///
/// Pseudonyms are keyed (HMAC-SHA-256) and stable per key and category, so that equal values stay equal in an answer
/// and across answers, and nobody without the key can test a guess. Not safe for use by several threads.
public final class Masker {
    /// What a redacted text reads.
    public static final String REDACTED = "[redacted]";

    private final Mac mac;

    /// @param pseudonymKey 32 bytes derived from the master key for this use only
    public Masker(byte[] pseudonymKey) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pseudonymKey, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
        }
    }

    /// The masked form of a text value, empty for SQL NULL.
    ///
    /// @param method any but `clear`
    public Optional<String> text(Method method, Set<Category> categories, String value) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case NULL -> Optional.empty();
            case PARTIAL -> Optional.of(Partial.of(categories, value));
            case PSEUDONYM -> Optional.of(pseudonym(categories, value));
            case REDACT, HASH, FPE, GENERALISE -> Optional.of(REDACTED);
        };
    }

    private String pseudonym(Set<Category> categories, String value) {
        List<String> names = categories.stream().map(Category::name).sorted().toList();
        mac.update(String.join(",", names).getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] tag = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        return Pseudonym.of(names.isEmpty() ? "other" : names.getFirst(), tag);
    }
}
