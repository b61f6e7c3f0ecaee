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
/// asked last. Rows beyond [#MOST_ROWS] of one answer are counted and not kept. For one thread.
final class ShownAnswers {
    static final int MOST_ROWS = 300;
    private static final int LARGEST = 64 << 20;
    private static final int LONGEST_VALUE = 2000;

    private final Frames frames = new Frames(LARGEST);
    private final TreeMap<Integer, List<Shown>> answers = new TreeMap<>();
    private List<String> columns = List.of();
    private List<List<Optional<String>>> rows = new ArrayList<>();
    private long count;
    private byte[] pending = new byte[0];
    private boolean lost;
    private int asked;
    private Instant at = Instant.EPOCH;

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
        add(Shown.text(at, "text", readable(bytes)));
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
            case CopyData copied -> add(Shown.text(at, "text", readable(copied.data())));
            case PortalSuspended _, EmptyQueryResponse _ -> end();
            default -> {
                // Housekeeping between the two programs: nothing that anybody would read.
            }
        }
    }

    private void row(DataRow row) {
        count++;
        if (rows.size() < MOST_ROWS) {
            var values = new ArrayList<Optional<String>>();
            row.values().list().forEach(value -> values.add(value.map(ShownAnswers::readable)));
            rows.add(List.copyOf(values));
        }
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
        byte[] bytes = value.toBytes();
        boolean plain = true;
        for (byte b : bytes) {
            plain &= b < 0 || b >= ' ' || b == '\n' || b == '\t' || b == '\r';
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String shown = plain && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                ? text
                : "\\x" + HexFormat.of().formatHex(bytes);
        return shown.length() > LONGEST_VALUE ? shown.substring(0, LONGEST_VALUE) + "…" : shown;
    }
}
