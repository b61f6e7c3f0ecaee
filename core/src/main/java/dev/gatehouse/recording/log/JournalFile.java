package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A journal as it was found on disk: its whole records, and what stands behind the last of them.
public record JournalFile(Path path, long first, String origin, List<JournalRecord> records, Tail tail) {
    private static final int CHECKSUM = 4;
    private static final Pattern NAME = Pattern.compile("journal-[0-9]{12,18}");

    /// What stands behind the last whole record.
    public sealed interface Tail {
        /// Nothing, or zeros: room that was prepared and not used.
        record Clean() implements Tail {}

        /// The beginning of a record whose rest was never written, or that lacks its beginning: what a crash leaves.
        record Torn(long offset, long bytes) implements Tail {}

        /// Bytes in the room behind the last record, apart from it: no append leaves them, though a loss of power may.
        record Strewn(long offset) implements Tail {}

        /// Bytes that no crash leaves.
        record Damaged(long offset) implements Tail {}
    }

    public JournalFile {
        records = List.copyOf(records);
    }

    static Path path(Path log, long first) {
        return log.resolve(String.format(Locale.ROOT, "journal-%012d", first));
    }

    /// The journals in the log directory, oldest first.
    public static List<Path> list(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted((a, b) -> Long.compare(firstOf(a), firstOf(b)))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /// The index of the first entry, from the name.
    static long firstOf(Path file) {
        return Long.parseLong(file.getFileName().toString().substring("journal-".length()));
    }

    /// Reads it, also while it is appended to: what was appended behind what had just been read looks strewn, until it
    /// is read again.
    public static JournalFile read(Path path) throws IOException {
        JournalFile before = readOnce(path);
        while (before.tail instanceof Tail.Strewn) {
            JournalFile again = readOnce(path);
            if (again.records.size() == before.records.size()) {
                return again;
            }
            before = again;
        }
        return before;
    }

    private static JournalFile readOnce(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        List<JournalRecord> records = new ArrayList<>();
        int position = 0;
        while (position < bytes.length) {
            int length = wholeRecord(bytes, position);
            if (length < 0) {
                break;
            }
            var kind = JournalRecord.Kind.of(bytes[position + 2]).orElseThrow();
            Slice body = Slice.of(bytes, position + JournalRecord.HEAD_BYTES, length);
            records.add(new JournalRecord(kind, body, position));
            position += JournalRecord.OVERHEAD + length;
        }
        return of(path, records, tail(bytes, position));
    }

    private static JournalFile of(Path path, List<JournalRecord> records, Tail tail) {
        if (records.isEmpty()
                || records.getFirst().kind() != JournalRecord.Kind.BEGIN
                || records.getFirst().body().length() < Long.BYTES) {
            return new JournalFile(path, firstOf(path), "", List.of(), tail);
        }
        Slice begin = records.getFirst().body();
        long first = ByteBuffer.wrap(begin.array(), begin.offset(), Long.BYTES).getLong();
        var origin = new String(begin.from(Long.BYTES).toBytes(), StandardCharsets.UTF_8);
        return new JournalFile(path, first, origin, records.subList(1, records.size()), tail);
    }

    /// The length of the body of the whole record at `position`, or -1.
    private static int wholeRecord(byte[] bytes, int position) {
        if (!headFits(bytes, position)) {
            return -1;
        }
        int length = ByteBuffer.wrap(bytes).getInt(position + 4);
        int body = position + JournalRecord.HEAD_BYTES;
        if (length > bytes.length - body - 4) {
            return -1;
        }
        int expected = ByteBuffer.wrap(bytes).getInt(body + length);
        return JournalRecord.checksum(bytes, body, length) == expected ? length : -1;
    }

    private static boolean headFits(byte[] bytes, int position) {
        if (bytes.length - position < JournalRecord.HEAD_BYTES) {
            return false;
        }
        var head = ByteBuffer.wrap(bytes, position, JournalRecord.HEAD_BYTES).slice();
        return head.get(0) == 'G'
                && head.get(1) == 'J'
                && JournalRecord.Kind.of(head.get(2)).isPresent()
                && head.get(3) == 0
                && head.getInt(4) >= 0
                && head.getInt(4) <= JournalRecord.MAX_BODY
                && head.getInt(8) == JournalRecord.checksum(bytes, position, 8);
    }

    private static Tail tail(byte[] bytes, int position) {
        int rest = bytes.length - position;
        int written = position + zerosFrom(bytes, position);
        if (written == bytes.length) {
            return new Tail.Clean();
        }
        if (written >= position + JournalRecord.HEAD_BYTES) {
            return new Tail.Strewn(written);
        }
        return begun(bytes, position, rest) ? new Tail.Torn(position, rest) : new Tail.Damaged(position);
    }

    /// What is cut off; or has zeros where it begins, which are written last, or where it ends, which a loss of power
    /// may have kept from arriving.
    private static boolean begun(byte[] bytes, int position, int rest) {
        if (rest < JournalRecord.HEAD_BYTES
                || zeros(bytes, position)
                || zeros(bytes, position + JournalRecord.HEAD_BYTES - CHECKSUM)) {
            return true;
        }
        if (!headFits(bytes, position)) {
            return false;
        }
        int length = ByteBuffer.wrap(bytes).getInt(position + 4);
        return length > rest - JournalRecord.OVERHEAD || zeros(bytes, position + JournalRecord.HEAD_BYTES + length);
    }

    /// Whether the four bytes from here on are zeros.
    private static boolean zeros(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).getInt(from) == 0;
    }

    private static int zerosFrom(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] == 0) {
            end++;
        }
        return end - from;
    }
}
