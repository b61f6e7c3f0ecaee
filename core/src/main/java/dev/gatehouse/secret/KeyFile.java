package dev.gatehouse.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One key on disk: a header line that says what it is, then `name: value` lines. Only its owner may read it.
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    static void write(Path file, String header, Map<String, String> values) throws IOException {
        var text = new StringBuilder(header).append('\n');
        values.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            channel.write(StandardCharsets.UTF_8.encode(text.toString()));
        } catch (FileAlreadyExistsException e) {
            throw new KeysUnusable(file + " exists and is not overwritten. What was recorded can only be read with the"
                    + " keys it was recorded with; choose another directory for new ones.");
        }
    }

    static Map<String, String> read(Path file, String header) throws IOException {
        requireOwnerOnly(file);
        String[] lines = Files.readString(file).split("\n", -1);
        if (!lines[0].equals(header)) {
            throw new KeysUnusable(file + " does not begin with '" + header + "'; restore it from your backup.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            if (colon > 0) {
                values.put(lines[i].substring(0, colon), lines[i].substring(colon + 2));
            }
        }
        return values;
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        try {
            if (view == null || OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
                return;
            }
        } catch (NoSuchFileException e) {
            throw new KeysUnusable(file + " is missing. Create the keys once with: gatehouse init -c FILE");
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(found)) {
            throw new KeysUnusable(file + " can be read or changed by others (" + PosixFilePermissions.toString(found)
                    + "). Run: chmod 600 " + file);
        }
    }
}
