package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord.Column;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.cbor.Cbor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a shape of statements was understood to do, and how its answers were shown.
///
/// @param shape the shape's number in its session
/// @param answers the columns of each of its answers; an empty list for a statement that has none
/// @param touched the categories of whatever it reads or writes, also where none of it is in the answer
record Understood(
        long shape,
        Optional<String> effect,
        List<String> relations,
        List<List<Answered>> answers,
        Set<String> touched) {
    /// A column as it was answered.
    ///
    /// @param plain the value of one source column, unchanged; false also where the record does not say
    record Answered(Column column, boolean plain) {}

    static List<Understood> in(Recorded recorded) {
        return recorded.contents().stream()
                .filter(content -> content.kind() == Content.Kind.UNDERSTOOD)
                .flatMap(content -> ContentFields.read(content).stream())
                .map(Understood::of)
                .toList();
    }

    /// Those of all answers.
    List<Column> columns() {
        return answers.stream().flatMap(List::stream).map(Answered::column).toList();
    }

    private static Understood of(ContentFields fields) {
        return new Understood(
                fields.number("shape").orElse(-1),
                fields.text("effect"),
                fields.texts("relations"),
                fields.list("answers").stream().map(Understood::answer).toList(),
                touched(fields));
    }

    private static List<Answered> answer(Cbor answer) {
        return ContentFields.maps(List.of(answer)).stream()
                .map(Understood::answered)
                .toList();
    }

    private static Answered answered(ContentFields fields) {
        var column = new Column(
                fields.text("name").orElse(""),
                fields.texts("sources"),
                fields.texts("categories"),
                fields.text("mask").orElse(""));
        return new Answered(column, fields.flag("plain"));
    }

    private static Set<String> touched(ContentFields fields) {
        var touched = new TreeSet<String>();
        for (String key : List.of("reads", "writes")) {
            ContentFields.maps(fields.list(key))
                    .forEach(use -> use.text("category").ifPresent(touched::add));
        }
        return touched;
    }
}
