package dev.gatehouse.postgres.relay;

import dev.gatehouse.postgres.relay.CopyMask.Field;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.util.List;

/// How rows are written in one format of COPY. One thread; remembers how far it has looked.
sealed interface CopyRows permits CopyTextRows, CopyCsvRows, CopyBinaryRows {
    /// Where the row that begins at `from` ends, -1 if it does not end before `to`.
    int end(byte[] bytes, int from, int to);

    /// So many bytes before the row at hand are gone.
    void moved(int bytes);

    /// Whether this is a row, and not a header or trailer.
    boolean counts(byte[] bytes, int from, int end);

    List<Field> fields(byte[] bytes, int from, int end);

    /// Writes a row with masks in place of values.
    void write(byte[] bytes, List<Field> fields, MessageWriter out);
}
