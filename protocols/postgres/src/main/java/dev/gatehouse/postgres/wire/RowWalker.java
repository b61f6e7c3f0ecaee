package dev.gatehouse.postgres.wire;

/// Visits the values of one DataRow (or of Bind's parameters) where they lie, without making objects.
///
/// Usage: [#start], then [#next] until it answers false; only then is the row known to be well-formed. Reusable for any
/// number of rows; one thread.
public final class RowWalker {
    private byte[] array = new byte[0];
    private int end;
    private int next;
    private int count;
    private int column;
    private int offset;
    private int length;

    /// @param from first byte of a DataRow's body, behind type and length
    /// @param to end of the body
    /// @return how many values there are
    public int start(byte[] row, int from, int to) {
        if (to - from < 2) {
            throw WireException.violation("a DataRow has no number of values");
        }
        int values = MessageReader.uint16(row, from);
        begin(row, from + 2, to, values);
        return values;
    }

    void begin(byte[] values, int from, int to, int howMany) {
        array = values;
        next = from;
        end = to;
        count = howMany;
        column = -1;
    }

    /// Steps to the next value, or answers false after the last.
    public boolean next() {
        if (column + 1 >= count) {
            if (next != end) {
                throw WireException.violation((end - next) + " bytes follow the last value of a row");
            }
            return false;
        }
        if (end - next < 4) {
            throw WireException.violation("a row of " + count + " values ends after " + (column + 1));
        }
        length = MessageReader.int32(array, next);
        offset = next + 4;
        if (length < -1 || length > end - offset) {
            throw WireException.violation("a value claims " + length + " bytes of " + (end - offset));
        }
        next = offset + Math.max(length, 0);
        column++;
        return true;
    }

    /// Index of the current value, from 0.
    public int column() {
        return column;
    }

    public boolean isNull() {
        return length < 0;
    }

    /// Where the current value's bytes begin in the array given to [#start].
    public int offset() {
        return offset;
    }

    /// The current value's length in bytes; -1 for NULL.
    public int length() {
        return length;
    }
}
