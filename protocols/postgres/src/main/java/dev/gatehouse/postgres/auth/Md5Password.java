package dev.gatehouse.postgres.auth;

import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// PostgreSQL's old password answer: `md5` and md5(md5(password + user) + salt) in hexadecimal. Towards old targets
/// only.
public final class Md5Password {
    private Md5Password() {}

    /// @param salt the four bytes of AuthenticationMD5Password
    public static Slice answer(String user, char[] password, Slice salt) {
        ByteBuffer secret = ByteBuffer.allocate(3 * password.length);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), secret, true);
        secret.flip();
        String inner = hex(secret, StandardCharsets.UTF_8.encode(user));
        Arrays.fill(secret.array(), (byte) 0);
        return Slice.utf8("md5" + hex(StandardCharsets.US_ASCII.encode(inner), ByteBuffer.wrap(salt.toBytes())));
    }

    private static String hex(ByteBuffer first, ByteBuffer second) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            md5.update(first);
            md5.update(second);
            return HexFormat.of().formatHex(md5.digest());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no MD5; let the target use scram-sha-256", missing);
        }
    }
}
