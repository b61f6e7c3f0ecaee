package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord.Column;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.server.index.Counting;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/// Reads for the index what it counts of contents. For one thread.
///
/// @param met is told who a session is of, as its contents say
record IndexReading(ToLongFunction<String> blinded, BiConsumer<Recorded, RecordedIdentity> met)
        implements Counting.Reading {
    private static final String CLEAR = "clear";
    private static final String NOTHING = "none";

    @Override
    public long[] names(Recorded started) {
        var identity = RecordedIdentity.of(started);
        met.accept(started, identity);
        Set<String> names = new LinkedHashSet<>();
        for (String name : identity.behind()) {
            names.add(name);
            names.add(RecordedIdentity.id(name));
        }
        return names.stream().mapToLong(blinded).toArray();
    }

    @Override
    public Optional<Long> shape(Recorded asked) {
        return asked.contents().stream()
                .filter(content -> content.kind() == Content.Kind.STATEMENT_LITERALS
                        || content.kind() == Content.Kind.STATEMENT_SHAPE)
                .flatMap(content -> ContentFields.read(content).stream())
                .flatMap(fields -> fields.number("shape").stream().boxed())
                .findFirst();
    }

    @Override
    public Map<Long, Map<String, Boolean>> meanings(Recorded decided) {
        var meanings = new HashMap<Long, Map<String, Boolean>>();
        for (Understood understood : Understood.in(decided)) {
            var shown = meanings.computeIfAbsent(understood.shape(), _ -> new HashMap<>());
            for (Column column : understood.columns()) {
                for (String category : column.categories()) {
                    shown.merge(category, column.mask().equals(CLEAR), Boolean::logicalOr);
                }
            }
        }
        return meanings;
    }

    /// Whether a category says that there is something to protect.
    static boolean tells(String category) {
        return !category.equals(NOTHING);
    }
}
