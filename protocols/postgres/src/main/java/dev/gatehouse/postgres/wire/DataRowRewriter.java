package dev.gatehouse.postgres.wire;

/// Copies DataRows and puts other values in the place of some.
///
/// Works on arrays and makes no objects. A row that has not exactly the described number of values is a violation, so
/// that no column escapes its mask by a shift. NULL stays NULL unless it is told to be replaced as well. One thread.
public final class DataRowRewriter {
    private final boolean[] replaced;
    private final boolean[] nulls;
    private final Replacement replacement;
    private final RowWalker walker = new RowWalker();

    /// Writes what stands instead of one value.
    public interface Replacement {
        /// Appends the new value's bytes to `out` and answers true, or appends nothing and answers false for NULL.
        boolean replace(int column, byte[] array, int offset, int length, MessageWriter out);
    }

    /// One that leaves every NULL.
    public DataRowRewriter(boolean[] replaced, Replacement replacement) {
        this(replaced, new boolean[replaced.length], replacement);
    }

    /// @param replaced for each column of the answer whether `replacement` is asked for its values
    /// @param nulls for each column whether it is asked for NULLs as well, which are given to it as no bytes
    public DataRowRewriter(boolean[] replaced, boolean[] nulls, Replacement replacement) {
        this.replaced = replaced.clone();
        this.nulls = nulls.clone();
        this.replacement = replacement;
    }

    /// Appends the whole message, with type and length, to `out`. After an exception `out` is as before.
    ///
    /// @param from first byte of a DataRow's body, behind type and length
    public void rewrite(byte[] row, int from, int to, MessageWriter out) {
        int before = out.size();
        try {
            copy(row, from, to, out);
        } catch (RuntimeException failure) {
            out.truncate(before);
            throw failure;
        }
    }

    private void copy(byte[] row, int from, int to, MessageWriter out) {
        int count = walker.start(row, from, to);
        if (count != replaced.length) {
            throw WireException.violation(
                    "a row of " + count + " values follows a description of " + replaced.length + " columns");
        }
        out.begin(DataRow.TYPE);
        // Neighbours that stay as they are leave in one copy, lengths included.
        int pending = from;
        while (walker.next()) {
            if (replaced[walker.column()] && (!walker.isNull() || nulls[walker.column()])) {
                out.bytes(row, pending, walker.offset() - 4 - pending);
                replace(row, out);
                pending = walker.offset() + Math.max(0, walker.length());
            }
        }
        out.bytes(row, pending, to - pending).end();
    }

    private void replace(byte[] row, MessageWriter out) {
        int lengthAt = out.size();
        out.int32(-1);
        if (replacement.replace(walker.column(), row, walker.offset(), Math.max(0, walker.length()), out)) {
            out.setInt32(lengthAt, out.size() - lengthAt - 4);
        } else if (out.size() != lengthAt + 4) {
            throw new IllegalStateException("Replacement.replace answered NULL and wrote bytes all the same");
        }
    }
}
