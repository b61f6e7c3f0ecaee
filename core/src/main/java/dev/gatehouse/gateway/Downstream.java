package dev.gatehouse.gateway;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Wire;
import dev.gatehouse.recording.Content;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// The way back to a client: what is released here has been recorded, as it is, before the first byte leaves.
///
/// One writer at a time; concurrent calls wait for each other.
public final class Downstream {
    private static final long PATIENCE_MILLIS = 250;

    private final Session session;
    private final Wire client;
    private final ReentrantLock writing = new ReentrantLock();

    public Downstream(Session session, Wire client) {
        this.session = session;
        this.client = client;
    }

    /// One run of bytes about the same person, or about nobody known.
    ///
    /// @param categories of personal data shown in it in any form
    /// @param subject whom it is about, where a column says so
    public record Part(List<String> categories, Optional<Slice> subject, Slice bytes) {}

    /// Records and then sends. The bytes may be overwritten once this has returned.
    public void release(List<Part> parts) throws IOException {
        writing.lock();
        try {
            recordAndSend(parts);
        } finally {
            writing.unlock();
        }
    }

    /// Records and sends a last word, unless somebody stays in the middle of writing: a client that does not read would
    /// keep its session open for ever if its end waited for it. The caller closes the wire either way.
    public void lastWord(Slice bytes) throws IOException {
        if (mayWriteSoon()) {
            try {
                recordAndSend(List.of(new Part(List.of(), Optional.empty(), bytes)));
            } finally {
                writing.unlock();
            }
        }
    }

    /// A writer that is only just finishing must not cost the client its last word.
    private boolean mayWriteSoon() {
        try {
            return writing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void recordAndSend(List<Part> parts) throws IOException {
        var contents = new Content[parts.size()];
        for (int i = 0; i < contents.length; i++) {
            var part = parts.get(i);
            contents[i] = new Content(
                    Content.Kind.DELIVERED, part.categories(), part.subject().orElse(null), part.bytes());
        }
        session.record().delivered(contents);
        send(parts);
    }

    /// One write for parts that lie one behind the other: each costs a system call, and with TLS a record.
    private void send(List<Part> parts) throws IOException {
        for (int i = 0; i < parts.size(); ) {
            var first = parts.get(i).bytes();
            int end = first.offset();
            while (i < parts.size() && follows(parts.get(i).bytes(), first, end)) {
                end += parts.get(i).bytes().length();
                i++;
            }
            client.write(first.array(), first.offset(), end - first.offset());
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same array, not an equal one
    private static boolean follows(Slice next, Slice first, int end) {
        return next.array() == first.array() && next.offset() == end;
    }

    public void release(Slice bytes) throws IOException {
        release(List.of(new Part(List.of(), Optional.empty(), bytes)));
    }
}
