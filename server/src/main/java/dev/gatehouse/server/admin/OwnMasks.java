package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord.Column;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.masking.Scanner;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Principal;
import dev.gatehouse.server.admin.Understood.Answered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The view of somebody with masks of their own: the stricter of what the client was shown and of what they would be
/// shown. What was masked cannot be masked otherwise, so where their own mask is stricter it is hidden. One thread.
final class OwnMasks implements View {
    private final Principal viewer;
    private final Optional<Connection> connection;
    private final MaskRules masks;
    private final Masker masker;
    private final Scanner scanner;

    /// @param connection absent when there is none of that name any more
    OwnMasks(Principal viewer, Optional<Connection> connection, MaskRules masks, Masker masker, Scanner scanner) {
        this.viewer = viewer;
        this.connection = connection;
        this.masks = masks;
        this.masker = masker;
        this.scanner = scanner;
    }

    @Override
    public boolean clear(String category) {
        var named = new Category(category);
        return named.equals(Category.NONE)
                || connection
                        .filter(there -> masks.of(viewer, there, named) == Method.CLEAR)
                        .isPresent();
    }

    @Override
    public Sight of(Answered answered) {
        ColumnMask own = own(answered);
        if (own.clear() && !own.scan()) {
            return Sight.AS_SHOWN;
        }
        Optional<Method> shown = Method.of(answered.column().mask());
        boolean masked = shown.filter(method -> method != Method.CLEAR).isPresent();
        if (!masked) {
            return new Sight(false, value -> masked(own, value));
        }
        return shown.get().compareTo(own.method()) <= 0 ? Sight.AS_SHOWN : Sight.HIDDEN;
    }

    private ColumnMask own(Answered answered) {
        Column column = answered.column();
        if (connection.isEmpty()) {
            return column.categories().isEmpty()
                    ? ColumnMask.clear(column.name())
                    : ColumnMask.strictest(column.name());
        }
        return masks.of(
                viewer,
                connection.get(),
                new OutputColumn(
                        column.name(),
                        sources(column),
                        column.categories().stream().map(Category::new).collect(Collectors.toSet()),
                        answered.plain(),
                        0,
                        0,
                        false));
    }

    private static List<ColumnName> sources(Column column) {
        return column.sources().stream().flatMap(OwnMasks::source).toList();
    }

    /// Only its words count, as evidence for what detectors find: so it matters little that a name can hold dots.
    private static Stream<ColumnName> source(String written) {
        String[] parts = written.split("\\.", 3);
        return parts.length == 3 ? Stream.of(new ColumnName(parts[0], parts[1], parts[2])) : Stream.empty();
    }

    /// A value that was shown in clear, as it is shown to them.
    private Optional<String> masked(ColumnMask own, String value) {
        if (own.scan() && own.categories().contains(Category.FREE_TEXT)) {
            return scanner.clean(own.inside(), value)
                    ? Optional.of(value)
                    : masker.text(own.method(), own.categories(), value);
        }
        return own.scan() || own.method() == Method.CLEAR
                ? scanner.masked(own.inside(), value, false, masker)
                : masker.text(own.method(), own.categories(), value);
    }
}
