package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Appends entries to the log and makes them last.
///
/// [#append] gives an entry its place and writes it, so that it survives the end of this process. [#synced] returns
/// once
/// it would survive a loss of power under a signed checkpoint, and serves all waiting threads with one sync. [#publish]
/// folds what is synced into tiles. Safe for any thread; locks are taken in the
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

    private volatile long signed;
    private volatile byte[] checkpoint = new byte[0];
    private volatile boolean failed;

    LogWriter(LogTail tail, Journal journal, Publisher publisher, GatewayKeys keys, Companions companions) {
        this.tail = tail;
        this.journal = journal;
        this.publisher = publisher;
        this.keys = keys;
        this.companions = companions;
    }

    /// Gives `entry` its place in the log, and writes it.
    ///
    /// @return the entry's index
    public long append(byte[] entry) throws IOException {
        return append(List.of(entry));
    }

    /// Gives `entries`, of which there is at least one, their places one behind the other, and writes them.
    ///
    /// @return the index of the last
    public long append(List<byte[]> entries) throws IOException {
        Slice records = records(entries);
        writing.lock();
        try {
            write(records);
            return tail.append(entries);
        } finally {
            writing.unlock();
        }
    }

    private static Slice records(List<byte[]> entries) {
        int bytes = 0;
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new IllegalArgumentException(
                        "a log entry of " + entry.length + " bytes; the limit is " + MAX_ENTRY);
            }
            bytes += JournalRecord.OVERHEAD + entry.length;
        }
        var records = new byte[bytes];
        int end = 0;
        for (byte[] entry : entries) {
            end = JournalRecord.encode(JournalRecord.Kind.ENTRY, entry, records, end);
        }
        return Slice.of(records);
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
        long size = tail.size();
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
        return tail.size();
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
            journal.write(records(List.of(entry)));
            tail.append(List.of(entry));
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

    private void sign(LogTail.Head head) throws IOException {
        requireWhole();
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
            // Nothing can be appended before the new journal stands.
            journal.force();
            journal.begin(tail.bundle(), checkpoint);
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
