package dev.gatehouse.recording.log;

import dev.gatehouse.secret.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Text signed with Ed25519 keys (C2SP signed-note). Lines of unknown keys are ignored, as the specification asks.
public final class SignedNote {
    private static final String MARK = "— ";
    private static final int ID_BYTES = 4;

    private SignedNote() {}

    /// `text`, which ends with a line break, and the signature line of `key`.
    public static String sign(String text, VerifierKey key, UnaryOperator<byte[]> signer) {
        byte[] signature = signer.apply(text.getBytes(StandardCharsets.UTF_8));
        byte[] line = Arrays.copyOf(key.id(), ID_BYTES + signature.length);
        System.arraycopy(signature, 0, line, ID_BYTES, signature.length);
        return text + "\n" + MARK + key.name() + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    /// The signed text, or empty when `key` did not sign it or one of its signatures does not fit.
    public static Optional<String> open(byte[] note, VerifierKey key) {
        String whole = new String(note, StandardCharsets.UTF_8);
        int end = whole.lastIndexOf("\n\n");
        if (end < 0 || !whole.endsWith("\n") || !Arrays.equals(whole.getBytes(StandardCharsets.UTF_8), note)) {
            return Optional.empty();
        }
        String text = whole.substring(0, end + 1);
        boolean signed = false;
        for (String line : whole.substring(end + 2, whole.length() - 1).split("\n", -1)) {
            if (!line.startsWith(MARK)) {
                return Optional.empty();
            }
            Optional<byte[]> signature = signatureOf(line, key);
            if (signature.isPresent()) {
                if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.get())) {
                    return Optional.empty();
                }
                signed = true;
            }
        }
        return signed ? Optional.of(text) : Optional.empty();
    }

    /// The signature on `line` if it is by `key`; a line that is not canonical is by nobody.
    private static Optional<byte[]> signatureOf(String line, VerifierKey key) {
        int space = line.lastIndexOf(' ');
        if (!line.substring(MARK.length(), Math.max(space, MARK.length())).equals(key.name())) {
            return Optional.empty();
        }
        try {
            String encoded = line.substring(space + 1);
            byte[] bytes = Base64.getDecoder().decode(encoded);
            boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(encoded);
            return canonical && bytes.length > ID_BYTES && Arrays.equals(Arrays.copyOf(bytes, ID_BYTES), key.id())
                    ? Optional.of(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
