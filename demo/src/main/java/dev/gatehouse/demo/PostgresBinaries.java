package dev.gatehouse.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.function.Consumer;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs (`initdb`, `pg_ctl`, `postgres`), unpacked from the class path into a cache.
///
/// A cached copy is named after the archive's checksum and appears by one rename, so that processes that unpack at the
/// same time, or die while they do, leave nothing half done under that name.
final class PostgresBinaries {

    private PostgresBinaries() {}

    /// The directory that holds `bin`, `lib` and `share`.
    ///
    /// @throws IOException when there is no archive for this machine, or the cache cannot be written
    static Path unpacked(Path cache, Consumer<String> progress) throws IOException {
        return unpacked(archive(), cache, progress);
    }

    /// The same for an archive that is not on the class path.
    static Path unpacked(URL archive, Path cache, Consumer<String> progress) throws IOException {
        Path home = cache.resolve("postgres-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            progress.accept("unpacking PostgreSQL into " + home);
            unpack(archive, home);
        }
        return home;
    }

    private static URL archive() throws IOException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        String name = "/postgres-" + os + "-" + (arch.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null || !(arch.equals("aarch64") || arch.equals("amd64"))) {
            throw new IOException("The demo's database comes for Linux on x86-64 and ARM64 only; this is " + os + " on "
                    + arch + ". Run the demo in a Linux container or virtual machine.");
        }
        return archive;
    }

    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        long checksum = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return Long.toHexString(checksum);
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path parent = Files.createDirectories(home.toAbsolutePath().getParent());
        Path fresh = Files.createTempDirectory(parent, "unpacking-");
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            extract(archive, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Trees.delete(fresh); // somebody else was faster: theirs is as good
        } catch (IOException e) {
            Trees.delete(fresh);
            throw new IOException(
                    "PostgreSQL could not be unpacked into " + home + ": " + e.getMessage()
                            + ". Check free space and permissions there.",
                    e);
        }
    }

    /// Unxz here, untar there: `xz` is missing on many machines, `tar` on none.
    private static void extract(URL archive, Path into) throws IOException {
        Process tar = new ProcessBuilder("tar", "--extract", "--no-same-owner", "--directory", into.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream in = new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16));
                OutputStream out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        Programs.await(tar, "tar");
    }
}
