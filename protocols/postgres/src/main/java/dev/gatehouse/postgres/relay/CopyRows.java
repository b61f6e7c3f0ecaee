package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.util.Optional;

/// How rows are written in one format of COPY. One thread; remembers how far it has looked.
sealed interface CopyRows permits CopyLines, CopyBinaryRows {
    /// Where the row that begins at `from` ends, -1 if it does not end before `to`.
    int end(byte[] bytes, int from, int to);

    /// So many bytes before the row at hand are gone.
    void moved(int bytes);

    /// Whether this is a row, and not a header or trailer.
    boolean counts(byte[] bytes, int from, int end);

    /// Finds the values of a row, for what follows.
    ///
    /// @return how many there are, also when they are more than columns
    int row(byte[] bytes, int from, int end);

    /// A value of the row, without any quoting; empty for NULL. Valid until the next row.
    Optional<Slice> value(byte[] bytes, int column);

    /// Writes the row with masks in place of values.
    void write(byte[] bytes, MessageWriter out);
}
