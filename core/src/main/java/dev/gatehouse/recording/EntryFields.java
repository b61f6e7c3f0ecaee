package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.cbor.Cbor;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// The fields of an entry by name, put in and taken out with their types.
final class EntryFields {
    /// Fields that do not have the form they must have.
    static final class Malformed extends Exception {
        Malformed(String what) {
            super(what);
        }
    }

    private final TreeMap<String, Cbor> values = new TreeMap<>(Cbor.KEY_ORDER);

    EntryFields() {}

    EntryFields(Cbor.Fields fields) {
        values.putAll(fields.values());
    }

    EntryFields put(String name, long value) {
        values.put(name, new Cbor.Whole(value));
        return this;
    }

    EntryFields put(String name, boolean value) {
        values.put(name, new Cbor.Flag(value));
        return this;
    }

    EntryFields put(String name, String value) {
        values.put(name, new Cbor.Text(value));
        return this;
    }

    EntryFields put(String name, Id value) {
        values.put(name, id(value));
        return this;
    }

    <T> EntryFields put(String name, List<T> list, Function<T, Cbor> form) {
        values.put(name, new Cbor.Sequence(list.stream().map(form).toList()));
        return this;
    }

    EntryFields putAll(Cbor.Fields fields) {
        values.putAll(fields.values());
        return this;
    }

    static Cbor id(Id id) {
        return new Cbor.Bytes(Slice.of(id.bytes()));
    }

    static Id id(Cbor value) throws Malformed {
        if (value instanceof Cbor.Bytes(Slice bytes) && bytes.length() == Id.BYTES) {
            return Id.of(bytes.toBytes());
        }
        throw new Malformed("an id must be 16 bytes");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    long number(String name) throws Malformed {
        if (values.get(name) instanceof Cbor.Whole(long number)) {
            return number;
        }
        throw new Malformed("'" + name + "' must be a number");
    }

    boolean flag(String name) throws Malformed {
        if (values.get(name) instanceof Cbor.Flag(boolean flag)) {
            return flag;
        }
        throw new Malformed("'" + name + "' must be true or false");
    }

    String text(String name) throws Malformed {
        if (values.get(name) instanceof Cbor.Text(String text)) {
            return text;
        }
        throw new Malformed("'" + name + "' must be a text");
    }

    Id id(String name) throws Malformed {
        Cbor value = values.get(name);
        if (value == null) {
            throw new Malformed("'" + name + "' is missing");
        }
        return id(value);
    }

    List<Cbor> list(String name) throws Malformed {
        if (values.get(name) instanceof Cbor.Sequence(List<Cbor> list)) {
            return list;
        }
        throw new Malformed("'" + name + "' must be a list");
    }

    Cbor.Fields fields() {
        return new Cbor.Fields(values);
    }
}
