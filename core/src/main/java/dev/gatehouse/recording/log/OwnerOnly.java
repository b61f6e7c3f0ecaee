package dev.gatehouse.recording.log;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes files (0600) and directories (0700) that nobody but the gateway's own user can read, where the file system
/// knows such a thing.
public final class OwnerOnly {
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnerOnly() {}

    /// Makes the directories above `file` that are not there; the ones that are stay as they are.
    public static void above(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory, DIRECTORY));
        }
    }

    /// Takes everybody else's access to an existing directory away, unless it belongs to somebody else: what lies in it
    /// is protected one by one.
    @SuppressWarnings("EmptyCatch")
    public static void close(Path directory) throws IOException {
        if (posix(directory)) {
            try {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            } catch (FileSystemException notOurs) {
                // A volume that an orchestrator mounts, for example.
            }
        }
    }

    /// Makes `file` if it is not there.
    public static void file(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, attributes(file, FILE));
        }
    }

    /// Opens `file` for writing from its beginning, empty.
    static SeekableByteChannel empty(Path file) throws IOException {
        return Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                attributes(file, FILE));
    }

    private static FileAttribute<?>[] attributes(Path file, FileAttribute<?> attribute) {
        return posix(file) ? new FileAttribute<?>[] {attribute} : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
