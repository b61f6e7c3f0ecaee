package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;

/// Reads the blocks of one recording in order, and its key slots. Changes nothing. For one thread.
public final class BlockFile implements Closeable {
    /// One block as it lies in the file.
    public record Block(BlockHeader header, long offset, Slice bytes, int headerLength) {
        /// Where the next block begins.
        public long end() {
            return offset + bytes.length();
        }

        Slice clear() {
            return bytes.part(0, headerLength);
        }

        Slice sealed() {
            return bytes.from(headerLength);
        }
    }

    private final RandomAccessFile blocks;
    private final RandomAccessFile keys;

    /// @throws NoSuchFileException if one of the two files is missing
    public BlockFile(RecordingPath path) throws IOException {
        for (var file : new java.nio.file.Path[] {path.blocks(), path.keys()}) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        this.blocks = new RandomAccessFile(path.blocks().toFile(), "r");
        this.keys = new RandomAccessFile(path.keys().toFile(), "r");
    }

    /// Whether both files begin as they must.
    public boolean headersFit(RecordingPath path) throws IOException {
        return blocksHeaderFits(path) && keysHeaderFits(path);
    }

    public boolean blocksHeaderFits(RecordingPath path) throws IOException {
        return Arrays.equals(read(blocks, 0, RecordingPath.FILE_HEADER), path.blocksHeader());
    }

    public boolean keysHeaderFits(RecordingPath path) throws IOException {
        return Arrays.equals(read(keys, 0, RecordingPath.FILE_HEADER), path.keysHeader());
    }

    /// The block that begins at `offset`; empty when no whole one does.
    public Optional<Block> blockAt(long offset) throws IOException {
        byte[] start = read(blocks, offset, BlockHeader.MAX_BYTES);
        int headerLength = BlockHeader.length(ByteBuffer.wrap(start));
        if (headerLength < 0 || headerLength > start.length) {
            return Optional.empty();
        }
        Optional<BlockHeader> header = BlockHeader.decode(Slice.of(start, 0, headerLength));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        long length = (long) headerLength + header.get().sealedLength();
        if (length > blocksLength() - offset) {
            return Optional.empty();
        }
        byte[] bytes = length <= start.length ? Arrays.copyOf(start, (int) length) : read(blocks, offset, (int) length);
        return Optional.of(new Block(header.get(), offset, Slice.of(bytes), headerLength));
    }

    /// The slot of the block at `sequence`; shorter than a slot when the file ends before.
    public byte[] slot(long sequence) throws IOException {
        return read(keys, KeySlot.position(sequence), KeySlot.BYTES);
    }

    public long blocksLength() throws IOException {
        return blocks.length();
    }

    public long keysLength() throws IOException {
        return keys.length();
    }

    @Override
    public void close() throws IOException {
        try (keys) {
            blocks.close();
        }
    }

    /// The id of the block that a slot belongs to.
    public static Optional<Id> slotBlock(byte[] slot) {
        return slot.length == KeySlot.BYTES ? KeySlot.decode(slot).map(KeySlot::block) : Optional.empty();
    }

    private static byte[] read(RandomAccessFile file, long position, int most) throws IOException {
        var bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - position))];
        file.seek(position);
        int read = 0;
        while (read < bytes.length) {
            int more = file.read(bytes, read, bytes.length - read);
            if (more < 0) {
                // Room behind the last block was taken back meanwhile.
                return Arrays.copyOf(bytes, read);
            }
            read += more;
        }
        return bytes;
    }
}
