package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.GatewayKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Appends entries to the log and makes them last.
///
/// [#append] gives an entry its place, in memory. [#written] returns once the entry would survive the end of this
/// process, [#synced] once it would survive a loss of power under a signed checkpoint; both serve all waiting threads
/// with one write, or one sync. [#publish] folds what is synced into tiles. Safe for any thread; locks are taken in the
/// order publish, sync, write. After any [IOException] the log must not be used further, except for [#lastWords].
public final class LogWriter implements AutoCloseable {
    /// What has to be durable before a checkpoint may cover the entries that speak of it.
    @FunctionalInterface
    public interface Companions {
        void force() throws IOException;
    }

    /// An entry must fit the 16-bit length of a bundle.
    public static final int MAX_ENTRY = 0xffff;

    private final LogTail tail;
    private final Journal journal;
    private final Publisher publisher;
    private final GatewayKeys keys;
    private final Companions companions;
    private final ReentrantLock syncing = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();

    private volatile long written;
    private volatile long signed;
    private volatile byte[] checkpoint = new byte[0];
    private @Nullable Slice stuck;
    private volatile boolean failed;

    LogWriter(LogTail tail, Journal journal, Publisher publisher, GatewayKeys keys, Companions companions) {
        this.tail = tail;
        this.journal = journal;
        this.publisher = publisher;
        this.keys = keys;
        this.companions = companions;
        this.written = tail.head().size();
    }

    /// Gives `entry` its place in the log; nothing is on disk yet.
    ///
    /// @return the entry's index
    public long append(byte[] entry) {
        return append(List.of(entry));
    }

    /// Gives `entries`, of which there is at least one, their places one behind the other.
    ///
    /// @return the index of the last
    public long append(List<byte[]> entries) {
        var hash = new MerkleHash();
        var leafHashes = new ArrayList<byte[]>(entries.size());
        var records = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new IllegalArgumentException(
                        "a log entry of " + entry.length + " bytes; the limit is " + MAX_ENTRY);
            }
            leafHashes.add(hash.leaf(entry));
            records.writeBytes(JournalRecord.encode(JournalRecord.Kind.ENTRY, entry));
        }
        return tail.append(entries, leafHashes, records.toByteArray());
    }

    /// Returns once the entry at `index` has been handed to the operating system.
    public void written(long index) throws IOException {
        if (written > index) {
            return;
        }
        writing.lock();
        try {
            if (written <= index) {
                writePending();
            }
        } finally {
            writing.unlock();
        }
    }

    /// Returns once the entry at `index` is durable under a signed checkpoint.
    public void synced(long index) throws IOException {
        if (signed > index) {
            return;
        }
        syncing.lock();
        try {
            if (signed <= index) {
                sign(tail.head());
            }
        } finally {
            syncing.unlock();
        }
    }

    /// Makes everything appended so far durable under a signed checkpoint.
    public void sync() throws IOException {
        long size = tail.head().size();
        if (size > 0) {
            synced(size - 1);
        }
    }

    /// Syncs, and writes tiles, bundles and the checkpoint for everything appended so far.
    public void publish() throws IOException {
        publisher.lock();
        try {
            LogTail.Publication publication;
            byte[] note;
            syncing.lock();
            try {
                publication = tail.takePublication();
                if (publication.head().size() != signed || checkpoint.length == 0) {
                    sign(publication.head());
                }
                note = checkpoint;
            } finally {
                syncing.unlock();
            }
            publisher.publish(publication, note);
            rotateWhenLarge();
            journal.drop(publisher.durableUpTo(journal.oldestNeed()));
        } finally {
            publisher.unlock();
        }
    }

    /// How many entries there are.
    public long size() {
        return tail.head().size();
    }

    /// How many entries a signed checkpoint covers.
    public long signed() {
        return signed;
    }

    /// Writes one more entry after something failed, in the room that the caller has made for it. It is not signed: a
    /// disk that failed a sync once can no longer be believed.
    public void lastWords(byte[] entry) throws IOException {
        failed = true;
        writing.lock();
        try {
            journal.takeBackTornWrite();
            append(entry);
            Slice before = stuck;
            stuck = null;
            if (before != null) {
                journal.write(before);
            }
            journal.write(tail.takePending().bytes());
        } finally {
            writing.unlock();
        }
    }

    /// Publishes what is left and closes the journal.
    @Override
    public void close() throws IOException {
        try (journal) {
            publish();
        }
    }

    /// Closes without writing anything, after a failure.
    public void abandon() throws IOException {
        journal.close();
    }

    private void writePending() throws IOException {
        requireWhole();
        writeAll(tail.takePending());
    }

    private void writeAll(LogTail.Pending pending) throws IOException {
        stuck = pending.bytes();
        write(pending.bytes());
        stuck = null;
        written = pending.size();
    }

    private void sign(LogTail.Head head) throws IOException {
        requireWhole();
        written(head.size() - 1);
        byte[] note = note(head);
        try {
            companions.force();
            writing.lock();
            try {
                write(Slice.of(JournalRecord.encode(JournalRecord.Kind.CHECKPOINT, note)));
            } finally {
                writing.unlock();
            }
            journal.force();
        } catch (IOException e) {
            failed = true;
            throw e;
        }
        checkpoint = note;
        signed = head.size();
    }

    private void write(Slice bytes) throws IOException {
        try {
            requireWhole();
            journal.write(bytes);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    private void requireWhole() throws IOException {
        if (failed) {
            throw new IOException("the log failed before; nothing is written to it any more");
        }
    }

    private byte[] note(LogTail.Head head) {
        var body =
                new Checkpoint(keys.origin(), head.size(), Slice.of(head.root().toBytes()));
        return body.sign(keys.verifierKey(), keys::sign).getBytes(StandardCharsets.UTF_8);
    }

    private void rotateWhenLarge() throws IOException {
        if (!journal.large(tail.bundle().first())) {
            return;
        }
        syncing.lock();
        writing.lock();
        try {
            requireWhole();
            LogTail.Turnover turnover = tail.takeTurnover();
            writeAll(turnover.pending());
            journal.force();
            journal.begin(turnover.bundle(), checkpoint);
        } catch (IOException e) {
            failed = true;
            throw e;
        } finally {
            writing.unlock();
            syncing.unlock();
        }
    }

    /// Begins the journal of a log that was just opened, and publishes what the last process left behind.
    void begin() throws IOException {
        LogTail.Head head = tail.head();
        byte[] note = note(head);
        journal.begin(tail.bundle(), note);
        checkpoint = note;
        signed = head.size();
        publish();
    }

    /// The log's directory.
    public Path directory() {
        return publisher.directory();
    }
}
