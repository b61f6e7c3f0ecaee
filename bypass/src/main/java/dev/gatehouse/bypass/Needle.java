package dev.gatehouse.bypass;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks for a canary in what came back: plain, in part, reversed, in other letters, encoded or hashed.
final class Needle {
    /// A shorter part could be there by chance, or be what a mask means to show.
    private static final int PART = 6;

    private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Map<String, String> looks = new LinkedHashMap<>();

    /// @param secret the part of it that no mask shows
    Needle(String canary, String secret) {
        for (int from = 0; from + PART <= secret.length(); from++) {
            part(secret.substring(from, from + PART));
        }
        for (String text : List.of(canary, canary.toUpperCase(Locale.ROOT), canary + "\n")) {
            for (String hash : HASHES) {
                look(hash, HexFormat.of().formatHex(digest(hash, text)));
                look(hash + " in Base64", unpadded(digest(hash, text)));
            }
        }
    }

    private void part(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        look("plain", part);
        look("reversed", new StringBuilder(part).reverse().toString());
        look("hexadecimal", HexFormat.of().formatHex(bytes));
        look("character codes", codes(part));
        look("wide characters", String.join("\0", part.split("")));
        CHARSETS.forEach(charset -> look("hexadecimal", HexFormat.of().formatHex(part.getBytes(charset))));
        for (int shift = 0; shift < 3; shift++) {
            look("Base64", middle(bytes, shift));
        }
    }

    /// Base64 of bytes that stand `shift` bytes behind a group of three, without the characters that neighbours share.
    private static String middle(byte[] bytes, int shift) {
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int whole = shifted.length * 8 / 6;
        return encoded.substring(shift == 0 ? 0 : shift + 1, whole);
    }

    private static String unpadded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String codes(String part) {
        var codes = new StringBuilder();
        part.chars().forEach(code -> codes.append(code).append(','));
        return codes.toString();
    }

    private static byte[] digest(String hash, String text) {
        try {
            return MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(hash, impossible);
        }
    }

    private void look(String how, String text) {
        looks.putIfAbsent(text.toLowerCase(Locale.ROOT), how);
    }

    /// How the canary shows in this text, if it does.
    Optional<String> in(String haystack) {
        String lower = haystack.toLowerCase(Locale.ROOT);
        String codes = lower.replaceAll("[^0-9]+", ",") + ",";
        return looks.entrySet().stream()
                .filter(look -> lower.contains(look.getKey()) || codes.contains(look.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
