package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.AppendFile;
import dev.gatehouse.recording.log.Disk;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The two files of a recording that is being written; made with the first block.
///
/// [#write] is for one thread at a time; [#force] is called by whoever syncs the log and may run beside it.
public final class RecordingFiles {
    private record Pair(AppendFile blocks, AppendFile keys) {}

    private final RecordingPath path;
    private final Disk disk;
    private volatile @Nullable Pair files;
    private volatile boolean finished;
    private final AtomicBoolean unforced = new AtomicBoolean();
    private boolean named;

    public RecordingFiles(RecordingPath path, Disk disk) {
        this.path = path;
        this.disk = disk;
    }

    /// Appends blocks and their slots. True when they are the first since the last [#force], which must come.
    public boolean write(Slice blocks, Slice slots) throws IOException {
        Pair open = files;
        if (open == null) {
            open = new Pair(disk.append(path.blocks()), disk.append(path.keys()));
            files = open;
            write(open.keys, Slice.of(path.keysHeader()));
            write(open.blocks, Slice.of(path.blocksHeader()));
        }
        write(open.keys, slots);
        write(open.blocks, blocks);
        return unforced.compareAndSet(false, true);
    }

    /// Takes back the room that was prepared for more blocks: where a session has ended, nothing stands behind them.
    public void trim() throws IOException {
        Pair open = files;
        if (open != null) {
            open.keys.truncate(open.keys.length());
            open.blocks.truncate(open.blocks.length());
        }
    }

    /// Nothing more will be written: the next [#force] closes the files.
    public void finish() {
        finished = true;
    }

    /// Makes what was written so far survive a loss of power. Only for whoever syncs, one at a time.
    public void force() throws IOException {
        boolean last = finished;
        unforced.set(false);
        Pair open = files;
        if (open == null) {
            return;
        }
        open.blocks.force();
        open.keys.force();
        if (!named) {
            disk.force(path.directory());
            disk.force(path.recordings());
            named = true;
        }
        if (last) {
            close();
        }
    }

    /// Closes the files as they are.
    public void close() throws IOException {
        Pair open = files;
        files = null;
        if (open != null) {
            AppendFile keys = open.keys;
            try (keys) {
                open.blocks.close();
            }
        }
    }

    private static void write(AppendFile file, Slice bytes) throws IOException {
        file.write(bytes.array(), bytes.offset(), bytes.length());
    }
}
