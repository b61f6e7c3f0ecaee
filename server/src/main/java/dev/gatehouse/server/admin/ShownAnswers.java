package dev.gatehouse.server.admin;

import dev.gatehouse.api.SessionReplay.Shown;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CommandComplete;
import dev.gatehouse.postgres.wire.CopyData;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.EmptyQueryResponse;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.NoticeResponse;
import dev.gatehouse.postgres.wire.PortalSuspended;
import dev.gatehouse.postgres.wire.RowDescription;
import dev.gatehouse.postgres.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Makes the bytes that a PostgreSQL client received readable, each answer under the operation that had been
/// asked last, and as far as whoever is told may see it. Rows beyond [#MOST_ROWS] of one answer are counted and not
/// kept. For one thread.
final class ShownAnswers {
    static final int MOST_ROWS = 300;
    private static final int LARGEST = 64 << 20;
    private static final int LONGEST_VALUE = 2000;

    private static final List<Character> SOURCE_PLACE = List.of('F', 'L', 'R');
    private static final String HIDDEN_BYTES = "hidden: they hold what you may not see";
    private static final String HIDDEN_WORDS = "hidden: these words could quote what you may not see";

    private final View view;
    private final Answering answering;
    private final Frames frames = new Frames(LARGEST);
    private final TreeMap<Integer, List<Shown>> answers = new TreeMap<>();
    private List<String> columns = List.of();
    private List<List<Optional<String>>> rows = new ArrayList<>();
    private long count;
    private byte[] pending = new byte[0];
    private boolean lost;
    private int asked;
    private Instant at = Instant.EPOCH;
    private List<Sight> sights = List.of();
    private int sightsAfter = -1;
    private boolean exact = true;

    /// @param view of whoever is told
    /// @param answering what the bytes can answer
    ShownAnswers(View view, Answering answering) {
        this.view = view;
        this.answering = answering;
    }

    /// Whether everything so far is told exactly as it was shown.
    boolean exact() {
        return exact;
    }

    /// Whether no answer is under way.
    boolean nothingBegun() {
        return pending.length == 0 && count == 0 && columns.isEmpty();
    }

    /// @param operations how many had been asked
    void deliver(Instant when, int operations, Slice bytes) {
        asked = operations;
        at = when;
        if (lost) {
            return;
        }
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length());
        System.arraycopy(bytes.array(), bytes.offset(), all, pending.length, bytes.length());
        try {
            pending = Arrays.copyOfRange(all, messages(all), all.length);
        } catch (WireException | IndexOutOfBoundsException notOurs) {
            lost = true;
            add(Shown.text(at, "unreadable", String.valueOf(notOurs.getMessage())));
        }
    }

    /// Bytes of a protocol whose answers are text already.
    void text(Instant when, int operations, Slice bytes) {
        asked = operations;
        at = when;
        add(Shown.text(at, "text", whole(bytes)));
    }

    /// What has a form of its own is told whole, or not at all.
    private String whole(Slice bytes) {
        if (answering.exact(view)) {
            return readable(bytes);
        }
        exact = false;
        return "(" + bytes.length() + " bytes " + HIDDEN_BYTES + ")";
    }

    /// Bytes are missing here: what had begun is given up.
    void erased(Instant when, int operations, long bytes) {
        asked = operations;
        at = when;
        end();
        pending = new byte[0];
        lost = false;
        add(Shown.erased(at, bytes));
    }

    private int messages(byte[] bytes) {
        int from = 0;
        while (frames.complete(bytes, from, bytes.length)) {
            int to = from + frames.size(bytes, from, bytes.length);
            message(BackendMessage.decode(bytes, from, to));
            from = to;
        }
        return from;
    }

    private void message(BackendMessage message) {
        switch (message) {
            case RowDescription(List<Field> fields) -> {
                end();
                columns = fields.stream().map(Field::name).toList();
            }
            case DataRow row -> row(row);
            case CommandComplete(String tag) -> {
                end();
                add(Shown.text(at, "done", tag));
            }
            case ErrorResponse(Diagnostic said) -> {
                end();
                add(said(said, "error"));
            }
            case NoticeResponse(Diagnostic said) -> add(said(said, "notice"));
            case CopyData copied -> add(Shown.text(at, "text", whole(copied.data())));
            case PortalSuspended _, EmptyQueryResponse _ -> end();
            default -> {
                // Housekeeping between the two programs: nothing that anybody would read.
            }
        }
    }

    private void row(DataRow row) {
        count++;
        if (rows.size() < MOST_ROWS) {
            var shown = row.values().list();
            var seen = sights(shown.size());
            var values = new ArrayList<Optional<String>>();
            for (int i = 0; i < shown.size(); i++) {
                Sight sight = seen.get(i);
                values.add(shown.get(i).flatMap(value -> value(value, sight)));
            }
            rows.add(List.copyOf(values));
        }
    }

    private List<Sight> sights(int width) {
        if (sights.size() != width || sightsAfter != answering.changes()) {
            sights = answering.sights(width, view);
            sightsAfter = answering.changes();
            exact &= sights.stream().allMatch(Sight::asShown);
        }
        return sights;
    }

    /// A value in a binary form is no text that a mask could be put on.
    private static Optional<String> value(Slice value, Sight sight) {
        if (sight.asShown()) {
            return Optional.of(readable(value));
        }
        Optional<String> text = text(value);
        return (text.isPresent()
                        ? sight.of().apply(text.get())
                        : Sight.HIDDEN.of().apply(""))
                .map(ShownAnswers::cut);
    }

    private void end() {
        if (count > 0 || !columns.isEmpty()) {
            add(new Shown(
                    at,
                    "rows",
                    columns,
                    rows,
                    count,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        columns = List.of();
        rows = new ArrayList<>();
        count = 0;
    }

    private Shown said(Diagnostic said, String kind) {
        if (!ours(said) && answering.hidesWords(view)) {
            exact = false;
            return new Shown(
                    at,
                    kind,
                    List.of(),
                    List.of(),
                    0,
                    Optional.of(HIDDEN_WORDS),
                    said.field(Diagnostic.SQL_STATE),
                    Optional.empty(),
                    Optional.empty());
        }
        return new Shown(
                at,
                kind,
                List.of(),
                List.of(),
                0,
                said.field(Diagnostic.MESSAGE),
                said.field(Diagnostic.SQL_STATE),
                said.field(Diagnostic.DETAIL),
                said.field(Diagnostic.HINT));
    }

    /// Whether the gateway said it: a server always names the place in its source, and the gateway has none, nor leaves
    /// it to words that it cut back. Its own quote no values.
    private static boolean ours(Diagnostic said) {
        return SOURCE_PLACE.stream().noneMatch(field -> said.field(field).isPresent());
    }

    private void add(Shown shown) {
        answers.computeIfAbsent(asked, _ -> new ArrayList<>()).add(shown);
    }

    /// What was delivered while `operations` had been asked, to the end.
    List<Shown> of(int operations) {
        return answers.getOrDefault(operations, List.of());
    }

    void finish() {
        end();
    }

    /// Text as it is; anything else as bytes in hexadecimal.
    private static String readable(Slice value) {
        return cut(text(value).orElseGet(() -> "\\x" + HexFormat.of().formatHex(value.toBytes())));
    }

    private static String cut(String shown) {
        return shown.length() > LONGEST_VALUE ? shown.substring(0, LONGEST_VALUE) + "…" : shown;
    }

    private static Optional<String> text(Slice value) {
        byte[] bytes = value.toBytes();
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\t' && b != '\r') {
                return Optional.empty();
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Optional.of(text).filter(same -> Arrays.equals(same.getBytes(StandardCharsets.UTF_8), bytes));
    }
}
