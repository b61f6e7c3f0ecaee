package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where the two files of a recording lie below `recordings/`, and what they begin with: four letters and the
/// recording's id.
public record RecordingPath(Path recordings, Path directory, Path blocks, Path keys, Id id) {
    public static final int FILE_HEADER = 20;
    public static final String BLOCKS_SUFFIX = ".blocks";
    public static final String KEYS_SUFFIX = ".keys";

    public static RecordingPath of(Path recordings, Id id) {
        String name = id.toString();
        Path directory = recordings.resolve(name.substring(0, 2));
        return new RecordingPath(
                recordings,
                directory,
                directory.resolve(name + BLOCKS_SUFFIX),
                directory.resolve(name + KEYS_SUFFIX),
                id);
    }

    public byte[] blocksHeader() {
        return header("GHR1");
    }

    public byte[] keysHeader() {
        return header("GHK1");
    }

    private byte[] header(String letters) {
        return ByteBuffer.allocate(FILE_HEADER)
                .put(letters.getBytes(StandardCharsets.US_ASCII))
                .put(id.bytes())
                .array();
    }
}
