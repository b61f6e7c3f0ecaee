package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A signed statement of the log about itself: this many entries, this root (C2SP tlog-checkpoint).
public record Checkpoint(String origin, long size, Slice root) {
    private static final String SIGNATURE_MARK = "— ";

    /// The three lines that are signed.
    public String body() {
        return origin + "\n" + size + "\n" + base64(root.toBytes()) + "\n";
    }

    /// The signed note (C2SP signed-note) over this checkpoint with one Ed25519 signature.
    public String sign(VerifierKey key, UnaryOperator<byte[]> signer) {
        return SignedNote.sign(body(), key, signer);
    }

    /// The checkpoint in `note`, if `key` signed it and it is of the log that the key is named after.
    public static Optional<Checkpoint> open(byte[] note, VerifierKey key) {
        return SignedNote.open(note, key)
                .flatMap(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.origin.equals(key.name()));
    }

    /// What `note` claims, without looking at who signed it; only for telling what is wrong.
    public static Optional<Checkpoint> claim(byte[] note) {
        String text = new String(note, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n" + SIGNATURE_MARK);
        return end < 0 ? Optional.empty() : parse(text.substring(0, end + 1));
    }

    private static Optional<Checkpoint> parse(String body) {
        String[] lines = body.split("\n", -1);
        if (lines.length != 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            byte[] root = Base64.getDecoder().decode(lines[2]);
            var checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), Slice.of(root));
            return root.length == MerkleHash.BYTES && checkpoint.body().equals(body)
                    ? Optional.of(checkpoint)
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public boolean hasRoot(byte[] other) {
        return Arrays.equals(root.toBytes(), other);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
