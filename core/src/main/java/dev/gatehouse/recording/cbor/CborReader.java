package dev.gatehouse.recording.cbor;

import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Reads one value and refuses whatever is not its deterministic encoding. For one thread.
public final class CborReader {
    private static final int MAX_DEPTH = 16;

    private final byte[] bytes;
    private final int end;
    private int position;

    private CborReader(Slice bytes) {
        this.bytes = bytes.array();
        this.position = bytes.offset();
        this.end = bytes.offset() + bytes.length();
    }

    /// The value that `bytes` encode, all of them.
    ///
    /// @throws NotCbor if they do not
    public static Cbor read(Slice bytes) throws NotCbor {
        var reader = new CborReader(bytes);
        Cbor value = reader.value(0);
        if (reader.position != reader.end) {
            throw reader.wrong("bytes after the end");
        }
        return value;
    }

    private Cbor value(int depth) throws NotCbor {
        if (depth > MAX_DEPTH) {
            throw wrong("nested too deep");
        }
        int first = octet();
        int major = first >>> 5;
        if (major == 7) {
            return simple(first & 31);
        }
        long argument = argument(first & 31);
        return switch (major) {
            case 0 -> new Cbor.Whole(small(argument));
            case 1 -> new Cbor.Whole(~small(argument));
            case 2 -> new Cbor.Bytes(take(argument));
            case 3 -> new Cbor.Text(text(take(argument)));
            case 4 -> sequence(argument, depth);
            case 5 -> fields(argument, depth);
            default -> {
                value(depth + 1);
                yield new Cbor.Other("tag " + argument);
            }
        };
    }

    private Cbor simple(int info) throws NotCbor {
        return switch (info) {
            case 20 -> new Cbor.Flag(false);
            case 21 -> new Cbor.Flag(true);
            case 22 -> new Cbor.Other("null");
            case 25 -> other(2);
            case 26 -> other(4);
            case 27 -> other(8);
            default -> throw wrong("unknown simple value " + info);
        };
    }

    private Cbor other(int size) throws NotCbor {
        take(size);
        return new Cbor.Other("float");
    }

    private Cbor sequence(long count, int depth) throws NotCbor {
        List<Cbor> values = new ArrayList<>(count(count));
        for (long i = 0; i < count; i++) {
            values.add(value(depth + 1));
        }
        return new Cbor.Sequence(values);
    }

    private Cbor fields(long count, int depth) throws NotCbor {
        var values = new TreeMap<String, Cbor>(Cbor.KEY_ORDER);
        count(count);
        String last = null;
        for (long i = 0; i < count; i++) {
            int first = octet();
            if (first >>> 5 != 3) {
                throw wrong("a key that is no text");
            }
            String key = text(take(argument(first & 31)));
            if (last != null && Cbor.KEY_ORDER.compare(last, key) >= 0) {
                throw wrong("keys out of order");
            }
            values.put(key, value(depth + 1));
            last = key;
        }
        return new Cbor.Fields(values);
    }

    private int count(long count) throws NotCbor {
        if (count < 0 || count > end - position) {
            throw wrong("more elements than bytes");
        }
        return (int) count;
    }

    private long argument(int info) throws NotCbor {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw wrong("indefinite length");
        }
        int size = 1 << (info - 24);
        long argument = 0;
        for (int i = 0; i < size; i++) {
            argument = (argument << 8) | octet();
        }
        long least = size == 1 ? 24 : 1L << (4 * size);
        if (argument >= 0 && argument < least) {
            throw wrong("a number not in its shortest form");
        }
        return argument;
    }

    private long small(long argument) throws NotCbor {
        if (argument < 0) {
            throw wrong("a number over 63 bits");
        }
        return argument;
    }

    private Slice take(long count) throws NotCbor {
        if (count < 0 || count > end - position) {
            throw wrong("cut off");
        }
        Slice taken = Slice.of(bytes, position, (int) count);
        position += (int) count;
        return taken;
    }

    private String text(Slice utf8) throws NotCbor {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8.array(), utf8.offset(), utf8.length()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong("text that is not UTF-8");
        }
    }

    private int octet() throws NotCbor {
        if (position == end) {
            throw wrong("cut off");
        }
        return bytes[position++] & 0xff;
    }

    private NotCbor wrong(String what) {
        return new NotCbor(what);
    }
}
