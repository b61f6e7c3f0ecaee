package dev.gatehouse.server.settings.yaml;

import dev.gatehouse.server.settings.yaml.Node.Entry;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.Node.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A configuration file together with all files that it includes, merged into one tree.
///
/// Included files follow the file that includes them: lists are appended in that order, mappings are merged key by key,
/// and anything else that two files set is a mistake.
///
/// @param root the merged tree without `include`
/// @param files every file read, in reading order
/// @param digest SHA-256, hexadecimal, over the bytes of all files in reading order; with a single file what
///     `sha256sum` prints
public record YamlFiles(Mapping root, List<Path> files, String digest) {
    private static final String INCLUDE = "include";
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    public YamlFiles {
        files = List.copyOf(files);
    }

    /// Reads everything; whatever cannot be read is a finding and is left out of the tree.
    public static YamlFiles read(Path file, Findings findings) {
        var reading = new Reading(findings);
        reading.add(file.normalize(), Place.startOf(file.normalize()));
        var root = new Mapping(Place.startOf(file.normalize()), merged(reading.roots, findings));
        return new YamlFiles(root, List.copyOf(reading.seen), reading.digest());
    }

    /// The [#digest] that these files would have now.
    public static String digestOf(List<Path> files) {
        var sha256 = sha256();
        files.forEach(file -> bytes(file).ifPresent(sha256::update));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static final class Reading {
        private final Findings findings;
        private final Set<Path> seen = new LinkedHashSet<>();
        private final List<Mapping> roots = new ArrayList<>();
        private final MessageDigest sha256 = sha256();

        Reading(Findings findings) {
            this.findings = findings;
        }

        String digest() {
            return HexFormat.of().formatHex(sha256.digest());
        }

        void add(Path file, Place named) {
            if (!seen.add(file)) {
                findings.mistake(named, file + " is included more than once; leave this one out");
                return;
            }
            var bytes = bytes(file);
            if (bytes.isEmpty()) {
                findings.mistake(
                        named,
                        file + " cannot be read; check the path, the permissions, and that it is smaller than 8 MB");
                return;
            }
            sha256.update(bytes.get());
            var root = YamlReader.read(file, bytes.get(), findings);
            if (root.isPresent() && root.get() instanceof Mapping mapping) {
                roots.add(without(mapping));
                mapping.get(INCLUDE).ifPresent(this::include);
            } else if (root.isPresent()) {
                findings.mistake(
                        root.get().place(),
                        "expected sections such as `gateway:`, found "
                                + root.get().described());
            }
        }

        private static Mapping without(Mapping mapping) {
            return new Mapping(
                    mapping.place(),
                    mapping.entries().stream()
                            .filter(entry -> !entry.key().equals(INCLUDE))
                            .toList());
        }

        private void include(Node included) {
            for (Node item : included.items()) {
                if (item instanceof Node.Scalar path && path.type() == Node.Scalar.Type.TEXT) {
                    add(path.place().resolve(path.text()), path.place());
                } else {
                    findings.mistake(item.place(), "expected a file to include, found " + item.described());
                }
            }
        }
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    private static List<Entry> merged(List<Mapping> mappings, Findings findings) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Mapping mapping : mappings) {
            for (Entry entry : mapping.entries()) {
                entries.merge(entry.key(), entry, (first, second) -> merge(first, second, findings));
            }
        }
        return List.copyOf(entries.values());
    }

    private static Entry merge(Entry first, Entry second, Findings findings) {
        if (first.value() instanceof Sequence a && second.value() instanceof Sequence b) {
            var items = new ArrayList<>(a.items());
            items.addAll(b.items());
            return new Entry(first.place(), first.key(), new Sequence(a.place(), items));
        }
        if (first.value() instanceof Mapping a && second.value() instanceof Mapping b) {
            return new Entry(first.place(), first.key(), new Mapping(a.place(), merged(List.of(a, b), findings)));
        }
        findings.mistake(
                second.place(), "`" + second.key() + "` is already set at " + first.place() + "; keep one of them");
        return first;
    }
}
