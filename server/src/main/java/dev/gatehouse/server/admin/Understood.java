package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord.Column;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Recorded;
import java.util.List;
import java.util.Optional;

/// What a shape of statements was understood to do, and how its answer was shown.
///
/// @param shape the shape's number in its session
record Understood(long shape, Optional<String> effect, List<String> relations, List<Column> columns) {
    static List<Understood> in(Recorded recorded) {
        return recorded.contents().stream()
                .filter(content -> content.kind() == Content.Kind.UNDERSTOOD)
                .flatMap(content -> ContentFields.read(content).stream())
                .map(Understood::of)
                .toList();
    }

    private static Understood of(ContentFields fields) {
        return new Understood(
                fields.number("shape").orElse(-1),
                fields.text("effect"),
                fields.texts("relations"),
                ContentFields.maps(fields.list("answers")).stream()
                        .map(Understood::column)
                        .toList());
    }

    private static Column column(ContentFields fields) {
        return new Column(
                fields.text("name").orElse(""),
                fields.texts("sources"),
                fields.texts("categories"),
                fields.text("mask").orElse(""));
    }
}
