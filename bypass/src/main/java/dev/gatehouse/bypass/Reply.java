package dev.gatehouse.bypass;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CommandComplete;
import dev.gatehouse.postgres.wire.CopyData;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.FunctionCallResponse;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.NoticeResponse;
import dev.gatehouse.postgres.wire.NotificationResponse;
import dev.gatehouse.postgres.wire.ParameterStatus;
import dev.gatehouse.postgres.wire.RowDescription;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything that came back of one attack.
final class Reply {
    /// What differs from session to session for reasons of the proxy's own: ids of sessions, operations and requests.
    private static final Pattern IDS = Pattern.compile("\\b[0-9A-Za-z_-]{20,}\\b");

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder cells = new StringBuilder();
    private boolean answered;
    private Optional<String> firstError = Optional.empty();

    void add(BackendMessage message) {
        var bytes = new MessageWriter();
        message.encode(bytes);
        text.append(latin(bytes.toSlice())).append('\n');
        switch (message) {
            case DataRow(var values) -> {
                answered = true;
                var cellsOfRow = values.list().stream()
                        .map(cell -> cell.map(Reply::latin).orElse("NULL"))
                        .toList();
                cellsOfRow.forEach(cells::append);
                lines.add("row " + cellsOfRow);
            }
            case CopyData data -> {
                answered = true;
                cells.append(latin(data.data()));
                lines.add("copy " + latin(data.data()));
            }
            case CommandComplete(var tag) -> lines.add("complete " + tag);
            case FunctionCallResponse _ -> lines.add("function " + latin(bytes.toSlice()));
            case ErrorResponse(var said) -> {
                firstError = firstError.or(() -> Optional.of(said.sqlState()));
                lines.add("error " + words(said));
            }
            case NoticeResponse(var said) -> lines.add("notice " + words(said));
            case NotificationResponse _, ParameterStatus _, RowDescription _ -> lines.add(latin(bytes.toSlice()));
            default -> {}
        }
    }

    /// The proxy closed the connection, or did not answer in time.
    void broken(String how) {
        lines.add(how);
        firstError = firstError.or(() -> Optional.of(how));
    }

    private static String words(Diagnostic said) {
        return IDS.matcher(said.sqlState()
                        + " " + said.message()
                        + " " + said.field(Diagnostic.DETAIL).orElse(""))
                .replaceAll("#");
    }

    /// One character for each byte, so that binary values can be searched too.
    private static String latin(Slice bytes) {
        return new String(bytes.toBytes(), StandardCharsets.ISO_8859_1);
    }

    /// What a comparison of two worlds compares.
    List<String> lines() {
        return lines;
    }

    /// What is searched: all bytes as they came, then all cells run together, for a value given out letter by letter.
    String haystack() {
        return text + "\n" + cells;
    }

    /// Whether any row arrived.
    boolean answered() {
        return answered;
    }

    Optional<String> firstError() {
        return firstError;
    }
}
