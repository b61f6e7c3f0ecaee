package dev.gatehouse.http.login;

import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// What a client shows in its `Authorization` header. Never forwarded, never recorded; its text says nothing.
///
/// @param user the one named, or a digest of the token when it is the token that says whose it is
/// @param named whether the client named somebody
/// @param digest tells one header from another without keeping it
public record Authorization(String user, boolean named, Slice secret, Slice digest) {
    private static final int NAME_BYTES = 8;

    /// Bearer (RFC 6750) or Basic (RFC 7617); empty for anything else.
    public static Optional<Authorization> of(String header) {
        int blank = header.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        var credentials = header.substring(blank + 1).strip();
        var digest = sha256(header);
        return switch (header.substring(0, blank).toLowerCase(Locale.ROOT)) {
            case "bearer" ->
                credentials.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Authorization(name(digest), false, Slice.utf8(credentials), digest));
            case "basic" -> basic(credentials, digest);
            default -> Optional.empty();
        };
    }

    private static Optional<Authorization> basic(String credentials, Slice digest) {
        try {
            var pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(credentials)))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Authorization(
                            pair.substring(0, colon), true, Slice.utf8(pair.substring(colon + 1)), digest));
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static String name(Slice digest) {
        return "bearer:" + HexFormat.of().formatHex(digest.toBytes(), 0, NAME_BYTES);
    }

    private static Slice sha256(String text) {
        try {
            return Slice.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    /// For whoever checks it; wiped by them.
    char[] password() {
        CharBuffer chars =
                StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret.array(), secret.offset(), secret.length()));
        var password = Arrays.copyOfRange(chars.array(), chars.position(), chars.limit());
        Arrays.fill(chars.array(), '\0');
        return password;
    }

    @Override
    public String toString() {
        return "Authorization[***]";
    }
}
