package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Writes tiles, bundles and the checkpoint so that whoever reads them, at any moment, finds a whole log.
///
/// Tiles come before the checkpoint that needs them; partial tiles go once a newer checkpoint stands. The caller holds
/// [#lock].
final class Publisher {
    static final String CHECKPOINT = "checkpoint";

    private final Path log;
    private final Disk disk;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Path> unforced = new ArrayList<>();
    private Set<Path> partials;
    private long published = -1;
    private long durable;

    /// A publisher of the log in `log`, where `partials` were found and tiles up to `durable` entries are full.
    Publisher(Path log, Disk disk, Set<Path> partials, long durable) {
        this.log = log;
        this.disk = disk;
        this.partials = partials;
        this.durable = durable;
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    Path directory() {
        return log;
    }

    void publish(LogTail.Publication publication, byte[] checkpoint) throws IOException {
        if (publication.head().size() == published) {
            return;
        }
        for (TileFile tile : publication.filled()) {
            unforced.add(write(tile));
        }
        Set<Path> now = new HashSet<>();
        for (TileFile tile : publication.partial()) {
            Path file = log.resolve(tile.path().toString());
            now.add(file);
            if (published < 0 || !partials.contains(file)) {
                write(tile);
            }
        }
        disk.replaceDurably(log.resolve(CHECKPOINT), checkpoint);
        removeSuperseded(now);
        published = publication.head().size();
    }

    /// Makes the full tiles durable if `wanted` asks for more than already are; gives the index up to which they are.
    long durableUpTo(long wanted) throws IOException {
        if (wanted <= durable || published < wanted) {
            return durable;
        }
        Set<Path> directories = new HashSet<>();
        for (Path file : unforced) {
            disk.force(file);
            directories.add(file.getParent());
        }
        for (Path directory : directories) {
            disk.force(directory);
        }
        unforced.clear();
        durable = published - published % TilePath.FULL;
        return durable;
    }

    private void removeSuperseded(Set<Path> now) throws IOException {
        Set<Path> emptied = new HashSet<>();
        for (Path old : partials) {
            if (!now.contains(old)) {
                disk.delete(old);
                emptied.add(old.getParent());
            }
        }
        now.forEach(file -> emptied.remove(file.getParent()));
        for (Path directory : emptied) {
            disk.delete(directory);
        }
        partials = now;
    }

    private Path write(TileFile tile) throws IOException {
        Path file = log.resolve(tile.path().toString());
        Slice content = tile.content();
        disk.replace(file, content.toBytes());
        return file;
    }
}
