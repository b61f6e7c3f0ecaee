package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Collects what goes to the client and releases it in large pieces, cut where the person it is about changes. A piece
/// counts as showing every category that any part of it shows.
///
/// One thread. Bytes given in are copied.
final class Outbound {
    private static final int FULL = 64 * 1024;
    private static final int FIRST = 1024;

    private record Cut(int at, Optional<Slice> subject, List<String> categories) {}

    private final Downstream client;
    private final int largest;
    private final List<Cut> cuts = new ArrayList<>();
    private MessageWriter writer;
    private Optional<Slice> subject = Optional.empty();
    private List<String> categories = List.of();
    private List<String> shownInPiece = List.of();

    /// @param largest how many bytes may come together before they are released
    Outbound(Downstream client, int largest) {
        this.client = client;
        this.largest = FULL + largest;
        writer = new MessageWriter(FIRST, this.largest);
    }

    /// Where whole messages can be written directly.
    MessageWriter writer() {
        return writer;
    }

    /// Passes the message that `in` stands at, as it is.
    void pass(Inbound in) {
        writer.bytes(in.array(), in.start(), in.size());
    }

    void put(BackendMessage message) {
        message.encode(writer);
    }

    /// Says whom the bytes from here on are about and which categories they show.
    void about(Optional<Slice> whom, List<String> shown) {
        if (!whom.equals(subject)) {
            cut();
            subject = whom;
        }
        if (!shown.equals(categories)) {
            categories = shown;
            shownInPiece = union(shownInPiece, shown);
        }
    }

    private static List<String> union(List<String> some, List<String> others) {
        return some.containsAll(others)
                ? some
                : Stream.concat(some.stream(), others.stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    boolean full() {
        return writer.size() >= FULL;
    }

    /// Records and sends what was collected.
    void flush() throws IOException {
        cut();
        if (!cuts.isEmpty()) {
            client.release(parts());
            cuts.clear();
            // A large answer's memory is not kept for the next small one.
            if (writer.array().length > 2 * FULL) {
                writer = new MessageWriter(FIRST, largest);
            }
            writer.clear();
        }
    }

    private List<Downstream.Part> parts() {
        // Recorded and written by the time that release returns: no copy is needed.
        var bytes = Slice.of(writer.array(), 0, writer.size());
        var parts = new ArrayList<Downstream.Part>(cuts.size());
        int from = 0;
        for (Cut cut : cuts) {
            parts.add(new Downstream.Part(cut.categories(), cut.subject(), bytes.part(from, cut.at() - from)));
            from = cut.at();
        }
        return parts;
    }

    private void cut() {
        int before = cuts.isEmpty() ? 0 : cuts.getLast().at();
        if (writer.size() > before) {
            cuts.add(new Cut(writer.size(), subject, shownInPiece));
        }
        shownInPiece = categories;
    }
}
