package dev.gatehouse.server.settings.yaml;

import java.nio.file.Path;
import java.util.Comparator;

/// Where something is written. Lines and columns count from one, as editors do.
public record Place(Path file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public static Place startOf(Path file) {
        return new Place(file, 1, 1);
    }

    /// What a relative path written here means: paths are relative to the file that names them.
    public Path resolve(String path) {
        return file.resolveSibling(path).normalize();
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
