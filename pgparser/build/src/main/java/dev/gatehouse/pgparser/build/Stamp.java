package dev.gatehouse.pgparser.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Remembers what the generated parser was made from, so that an unchanged build does nothing.
///
/// That is: the pinned package, the arguments, the classes of this tool, and the versions of Chicory's jars.
final class Stamp {
    private static final String TOOL = "dev/gatehouse/pgparser/build";
    private static final String TOOL_JAR = "gatehouse-pgparser-build";

    private final Path file;
    private final String fingerprint;

    private Stamp(Path file, String fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    /// @param file where the stamp is kept
    /// @param inputs files whose content matters
    /// @param settings words that matter
    /// @param classPath the class path that this tool runs from
    static Stamp of(Path file, List<Path> inputs, List<String> settings, String classPath) throws IOException {
        MessageDigest digest = Digests.sha256();
        for (Path input : inputs) {
            digest.update(Files.readAllBytes(input));
        }
        settings.forEach(setting -> digest.update(line(setting)));
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            addClassPathEntry(digest, Path.of(entry));
        }
        return new Stamp(file, Digests.hex(digest.digest()));
    }

    /// The tool is a folder of classes, or a jar of the same classes when Maven packages.
    private static void addClassPathEntry(MessageDigest digest, Path entry) throws IOException {
        String name = String.valueOf(entry.getFileName());
        if (Files.isDirectory(entry.resolve(TOOL))) {
            addTree(digest, entry.resolve(TOOL));
        } else if (name.startsWith(TOOL_JAR)) {
            try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                addTree(digest, jar.getPath(TOOL));
            }
        } else if (entry.toString().contains("chicory")) {
            digest.update(line(name));
        }
    }

    private static void addTree(MessageDigest digest, Path directory) throws IOException {
        SortedMap<String, Path> byName = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(found -> byName.put(directory.relativize(found).toString(), found));
        }
        for (Path found : byName.values()) {
            digest.update(Files.readAllBytes(found));
        }
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    boolean isCurrent() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(fingerprint);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    void write() throws IOException {
        Files.writeString(file, fingerprint);
    }
}
