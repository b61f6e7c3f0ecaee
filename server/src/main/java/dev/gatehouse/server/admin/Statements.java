package dev.gatehouse.server.admin;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.Recorded.StoredContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what was asked in one session: a shape is recorded once and referred to by number, beside the constants. For
/// one thread.
final class Statements {
    private static final String ERASED = "(erased)";

    private final Map<Long, String> shapes = new HashMap<>();
    /// How many constants and comments a prepared shape has; what follows them are bound parameters.
    private final Map<Long, Integer> prepared = new HashMap<>();

    /// @param shape its number; absent for what is no statement, or when it was erased
    record Statement(Optional<Long> shape, Optional<String> text) {}

    Statement asked(Event.Asked event, Recorded recorded) {
        Optional<ContentFields> shape =
                part(recorded, Content.Kind.STATEMENT_SHAPE).flatMap(ContentFields::read);
        shape.ifPresent(fields -> shapes.put(number(fields), fields.text("text").orElse("")));
        Optional<StoredContent> sealed = part(recorded, Content.Kind.STATEMENT_LITERALS);
        if (sealed.isEmpty()) {
            var detail = part(recorded, Content.Kind.DETAIL).flatMap(ContentFields::read);
            return new Statement(
                    Optional.empty(),
                    detail.flatMap(fields -> fields.text("detail")).filter(d -> !d.isBlank()));
        }
        Optional<ContentFields> literals = ContentFields.read(sealed.get());
        String text = literals.map(fields -> whole(event, fields))
                .or(() -> shape.flatMap(fields -> fields.text("text")).map(StatementText::erased))
                .orElse(ERASED);
        return new Statement(literals.or(() -> shape).map(Statements::number), Optional.of(text));
    }

    private String whole(Event.Asked event, ContentFields fields) {
        long number = number(fields);
        List<Slice> literals = fields.bytes("literals");
        if (event.kind().equals("preparation")) {
            prepared.put(number, literals.size());
        }
        int constants = Math.min(prepared.getOrDefault(number, literals.size()), literals.size());
        return StatementText.of(
                shapes.getOrDefault(number, ""),
                literals.subList(0, constants),
                literals.subList(constants, literals.size()));
    }

    private static Optional<StoredContent> part(Recorded recorded, Content.Kind kind) {
        return recorded.contents().stream()
                .filter(content -> content.kind() == kind)
                .findFirst();
    }

    private static long number(ContentFields fields) {
        return fields.number("shape").orElse(-1);
    }
}
