package dev.gatehouse.server.admin;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Recorded.State;
import dev.gatehouse.recording.Recorded.StoredContent;
import dev.gatehouse.recording.cbor.Cbor;
import dev.gatehouse.recording.cbor.CborReader;
import dev.gatehouse.recording.cbor.NotCbor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A recorded content that is a CBOR map, read leniently: what is missing, or of another type, is absent.
record ContentFields(Cbor.Fields map) {
    /// Empty when the content was erased or cannot be read.
    static Optional<ContentFields> read(StoredContent content) {
        if (!(content.state() instanceof State.Readable(Slice bytes))) {
            return Optional.empty();
        }
        try {
            return CborReader.read(bytes) instanceof Cbor.Fields map
                    ? Optional.of(new ContentFields(map))
                    : Optional.empty();
        } catch (NotCbor damaged) {
            return Optional.empty();
        }
    }

    Optional<String> text(String key) {
        return map.values().get(key) instanceof Cbor.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    OptionalLong number(String key) {
        return map.values().get(key) instanceof Cbor.Whole(long number)
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    /// False also when it is missing.
    boolean flag(String key) {
        return map.values().get(key) instanceof Cbor.Flag(boolean flag) && flag;
    }

    List<Cbor> list(String key) {
        return map.values().get(key) instanceof Cbor.Sequence(List<Cbor> items) ? items : List.of();
    }

    List<String> texts(String key) {
        return list(key).stream()
                .filter(Cbor.Text.class::isInstance)
                .map(item -> ((Cbor.Text) item).value())
                .toList();
    }

    List<Slice> bytes(String key) {
        return list(key).stream()
                .filter(Cbor.Bytes.class::isInstance)
                .map(item -> ((Cbor.Bytes) item).value())
                .toList();
    }

    /// The maps in a list, also in lists within it, in order.
    static List<ContentFields> maps(List<Cbor> items) {
        return items.stream()
                .flatMap(item -> switch (item) {
                    case Cbor.Fields fields -> List.of(new ContentFields(fields)).stream();
                    case Cbor.Sequence(List<Cbor> inner) -> maps(inner).stream();
                    case Cbor.Whole _, Cbor.Bytes _, Cbor.Text _, Cbor.Flag _, Cbor.Other _ ->
                        List.<ContentFields>of().stream();
                })
                .toList();
    }
}
