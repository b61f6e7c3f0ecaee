package dev.gatehouse.recording.blocks;

import dev.gatehouse.recording.log.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Destroys the keys of single blocks. Safe for any thread, also while the recording is being written.
public final class KeyEraser {
    private final Path recordings;
    private final Disk disk;

    public KeyEraser(Path recordings, Disk disk) {
        this.recordings = recordings;
        this.disk = disk;
    }

    /// Overwrites the key of the block at `place` with zeros, on disk when this returns. One that was erased stays so.
    public void erase(BlockPlace place) throws IOException {
        RecordingPath path = RecordingPath.of(recordings, place.recording());
        byte[] slot;
        try (var file = new BlockFile(path)) {
            slot = file.slot(place.sequence());
        }
        if (slot.length == KeySlot.BYTES && KeySlot.isErased(slot)) {
            return;
        }
        if (!BlockFile.slotBlock(slot).equals(Optional.of(place.block()))) {
            throw new IOException(path.keys() + " holds another key at place " + place.sequence()
                    + " than that of block " + place.block() + "; run: gatehouse verify");
        }
        disk.overwrite(path.keys(), KeySlot.position(place.sequence()), new byte[KeySlot.BYTES]);
    }
}
