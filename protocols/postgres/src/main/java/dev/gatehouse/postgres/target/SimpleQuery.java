package dev.gatehouse.postgres.target;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CopyBothResponse;
import dev.gatehouse.postgres.wire.CopyInResponse;
import dev.gatehouse.postgres.wire.CopyOutResponse;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.RowWalker;
import dev.gatehouse.postgres.wire.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the gateway's own questions, such as for the catalogue, on a session that nobody else uses meanwhile.
///
/// Texts only, one thread. After a [QueryFailed] with a SQLSTATE of the server the session can be asked again; after
/// one about a limit, or any other exception, close the wire.
public final class SimpleQuery {
    private final MessageStream stream;
    private final int maximumRows;
    private final int maximumBytes;

    /// @param pending what [TargetSession#pending] said
    /// @param maximumRows per question
    /// @param maximumBytes per question, of values together; also the largest single message
    public SimpleQuery(Wire wire, Slice pending, int maximumRows, int maximumBytes) {
        this.stream = new MessageStream(wire, pending, maximumBytes);
        this.maximumRows = maximumRows;
        this.maximumBytes = maximumBytes;
    }

    /// The rows of `sql`, whose results, if it is several statements, follow each other; null is SQL's NULL.
    public List<List<@Nullable String>> rows(String sql) throws IOException {
        var out = new MessageWriter();
        new Query(Slice.utf8(sql)).encode(out);
        stream.send(out);
        var rows = new ArrayList<List<@Nullable String>>();
        long bytes = 0;
        @Nullable QueryFailed failed = null;
        while (true) {
            BackendMessage message = stream.receive();
            switch (message) {
                case DataRow(Values values) -> {
                    bytes += values.encoded().length();
                    rows.add(texts(values));
                    limit(rows.size(), bytes);
                }
                case ErrorResponse(var said) -> {
                    failed = QueryFailed.by(said);
                    if (!said.severity().equals("ERROR")) {
                        // The server hangs up now; nothing follows.
                        throw failed;
                    }
                }
                case CopyInResponse _, CopyOutResponse _, CopyBothResponse _ ->
                    throw new QueryFailed("0A000", "the gateway's own queries cannot be COPY");
                case ReadyForQuery _ -> {
                    if (failed != null) {
                        throw failed;
                    }
                    return rows;
                }
                default -> {}
            }
        }
    }

    private void limit(int rows, long bytes) throws QueryFailed {
        if (rows > maximumRows || bytes > maximumBytes) {
            throw new QueryFailed(
                    "54000",
                    "the gateway's own query returned more than " + maximumRows + " rows or " + maximumBytes
                            + " bytes");
        }
    }

    private static List<@Nullable String> texts(Values values) {
        var texts = new ArrayList<@Nullable String>(values.count());
        byte[] array = values.encoded().array();
        for (RowWalker walker = values.walk(); walker.next(); ) {
            texts.add(
                    walker.isNull()
                            ? null
                            : Slice.of(array, walker.offset(), walker.length()).utf8());
        }
        return texts;
    }
}
