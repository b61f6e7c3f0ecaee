package dev.gatehouse.control.identity;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An issuer's keys from a file, read again when the file changes; a bad file keeps the old keys and says so once.
public final class KeysInFile implements KeySet {
    private static final Logger LOG = LoggerFactory.getLogger(KeysInFile.class);
    private static final long LARGEST_BYTES = 1 << 20;

    private final Path file;
    private Jwks keys = Jwks.NONE;
    private String problem = "not read yet";
    private @Nullable Stamp seen;

    public KeysInFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Answer find(Optional<String> kid, JWSAlgorithm algorithm) {
        readIfChanged();
        if (keys.keys().isEmpty()) {
            return new Answer.Unavailable(problem);
        }
        return keys.find(kid, algorithm).<Answer>map(Answer.Known::new).orElseGet(Answer.Unknown::new);
    }

    @Override
    public void close() {}

    private void readIfChanged() {
        try {
            Stamp now = Stamp.of(file);
            if (!now.equals(seen)) {
                seen = now;
                read(now);
            }
        } catch (IOException | ParseException e) {
            complain(e);
        }
    }

    private void read(Stamp stamp) throws IOException, ParseException {
        if (stamp.bytes() > LARGEST_BYTES) {
            throw new IOException("larger than " + LARGEST_BYTES + " bytes");
        }
        Jwks read = Jwks.parse(Files.readString(file));
        if (read.keys().isEmpty()) {
            throw new ParseException(
                    "no usable key: it needs public RSA (2048 bits or more), P-256, P-384 or Ed25519 keys", 0);
        }
        keys = read;
        problem = "";
    }

    private void complain(Exception e) {
        String now = file + ": " + e.getMessage();
        if (!now.equals(problem)) {
            problem = now;
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("problem", e.getMessage())
                    .addKeyValue("kept", keys.keys().size())
                    .log("key file not read; the old keys stay");
        }
    }

    /// What tells one state of the file from the next; a replaced file has another key even within one clock tick.
    private record Stamp(FileTime modified, long bytes, String key) {
        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        }
    }
}
