package dev.gatehouse.server.index;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.DataLayout;
import dev.gatehouse.recording.log.LogReader;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The index on disk: its bytes, the root of the log that they were counted from, and a MAC by a key of the gateway.
///
/// Whatever does not fit, because it was altered, torn, written by another version, or counted from another log, is
/// as if it were not there.
final class IndexFile {
    private static final byte[] HEADER = "gatehouse index, version 1\n".getBytes(StandardCharsets.UTF_8);
    private static final int MAC_BYTES = 32;
    private static final int ROOT_BYTES = 32;

    private final Path file;
    private final LogReader log;
    private final Secret key;

    IndexFile(Path data, GatewayKeys keys) {
        var layout = new DataLayout(data);
        file = layout.index().resolve("sessions");
        log = new LogReader(layout.log());
        key = keys.derive(Purpose.INDEX);
    }

    /// A name as the index knows it: nobody without the keys can tell whose it is.
    long blinded(String name) {
        return ByteBuffer.wrap(mac(name.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private byte[] mac(byte[]... parts) {
        byte[] secret = key.bytes();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", impossible);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// What was kept, if it still is what the log says.
    Optional<IndexState> load() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int body = HEADER.length + ROOT_BYTES + MAC_BYTES;
            if (bytes.length < body || !Arrays.equals(HEADER, Arrays.copyOf(bytes, HEADER.length))) {
                return Optional.empty();
            }
            byte[] root = Arrays.copyOfRange(bytes, HEADER.length, HEADER.length + ROOT_BYTES);
            byte[] mac = Arrays.copyOfRange(bytes, HEADER.length + ROOT_BYTES, body);
            byte[] content = Arrays.copyOfRange(bytes, body, bytes.length);
            if (!MessageDigest.isEqual(mac, mac(HEADER, root, content))) {
                return Optional.empty();
            }
            var state = IndexCodec.read(new DataInputStream(new ByteArrayInputStream(content)));
            return log.root(state.next).filter(Slice.of(root)::equals).map(_ -> state);
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    /// Keeps it in place of an earlier one, at once and whole; without a wait for the disk, since what a loss of power
    /// leaves does not fit its MAC.
    void save(IndexState state) throws IOException {
        var bytes = new ByteArrayOutputStream();
        IndexCodec.write(state, new DataOutputStream(bytes));
        byte[] content = bytes.toByteArray();
        Optional<Slice> root = log.root(state.next);
        if (root.isEmpty()) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "sessions", ".new");
        try (var out = Files.newOutputStream(fresh)) {
            byte[] of = root.get().toBytes();
            out.write(HEADER);
            out.write(of);
            out.write(mac(HEADER, of, content));
            out.write(content);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
