package dev.gatehouse.postgres.wire;

/// Finds where messages begin and end in a buffer that fills up as bytes arrive.
///
/// Looks at the five bytes in front of a message only, allocates nothing, keeps no state between calls.
public final class Frames {
    /// What `size` answers while the length itself has not arrived.
    public static final int UNKNOWN = 0;

    /// Type byte and length of every message after start-up.
    public static final int HEADER = 5;

    /// The longest start-up packet, as in PostgreSQL itself.
    public static final int STARTUP_MAXIMUM = 10_000;

    /// Enough for an OIDC token in a PasswordMessage; a stranger need not be allowed more.
    public static final int LOGIN_MAXIMUM = 65_536;

    private final int maximum;

    /// @param maximum the largest message let through, in bytes, with its type and length
    public Frames(int maximum) {
        if (maximum < HEADER) {
            throw new IllegalArgumentException("a message has at least " + HEADER + " bytes, maximum is " + maximum);
        }
        this.maximum = maximum;
    }

    public static byte type(byte[] array, int from) {
        return array[from];
    }

    /// The size of the message that begins at `from`, in bytes, with type and length; [#UNKNOWN] if its length has not
    /// arrived. The message is complete when `to - from` is at least that.
    public int size(byte[] array, int from, int to) {
        if (to - from < HEADER) {
            return UNKNOWN;
        }
        int length = MessageReader.int32(array, from + 1);
        if (length < 4) {
            throw WireException.violation("message " + name(array[from]) + " claims a length of " + length);
        }
        if (length > maximum - 1) {
            throw WireException.tooLarge("message " + name(array[from]) + " of " + length
                    + " bytes is larger than the limit of " + maximum + " bytes");
        }
        return length + 1;
    }

    /// The size that a message claims to have, however large; [#UNKNOWN] while that has not arrived.
    public static long claimed(byte[] array, int from, int to) {
        return to - from < HEADER ? UNKNOWN : 1L + MessageReader.int32(array, from + 1);
    }

    /// Whether the message that begins at `from` has arrived whole.
    public boolean complete(byte[] array, int from, int to) {
        int size = size(array, from, to);
        return size != UNKNOWN && to - from >= size;
    }

    /// Like [#size] for a packet of the start-up phase, which has no type byte.
    public static int startupSize(byte[] array, int from, int to) {
        if (to - from < 4) {
            return UNKNOWN;
        }
        int length = MessageReader.int32(array, from);
        if (length < 8 || length > STARTUP_MAXIMUM) {
            throw WireException.violation("start-up packet claims a length of " + length
                    + "; is this a PostgreSQL client? Its first packet has 8 to " + STARTUP_MAXIMUM + " bytes");
        }
        return length;
    }

    /// A message's type for people: the letter, or its code where it is none.
    public static String name(byte type) {
        return type > ' ' && type < 127 ? "'" + (char) type + "'" : Integer.toString(type & 0xff);
    }
}
