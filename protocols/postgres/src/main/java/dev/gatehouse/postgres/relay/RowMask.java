package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.DataRowRewriter;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.postgres.wire.RowWalker;
import java.util.List;
import java.util.Optional;

/// Masks the rows of one answer: what each column becomes is settled once, from its description; then each DataRow is
/// copied with masked values in place of the real ones. One thread.
final class RowMask {
    private final DataRowRewriter rewriter;
    private final RowWalker walker = new RowWalker();
    private final List<String> categories;
    private final int subjectColumn;
    private final boolean asTheyAre;

    /// @param fields as the rows will be sent: a portal's description, or a simple query's
    RowMask(List<ColumnMask> masks, List<Field> fields, Masker masker, Detectors detectors) {
        var scanner = detectors.scanner();
        var values = new ColumnValue[masks.size()];
        boolean[] replaced = new boolean[masks.size()];
        boolean[] nulls = new boolean[masks.size()];
        int subject = -1;
        boolean nothing = true;
        for (int i = 0; i < replaced.length; i++) {
            var field = fields.get(i);
            values[i] = new ColumnValue(masks.get(i), field.typeOid(), field.format(), masker, scanner);
            replaced[i] = values[i].replaces();
            nulls[i] = values[i].replacesNull();
            nothing &= !replaced[i];
            subject = subject < 0 && masks.get(i).subject() ? i : subject;
        }
        rewriter = new DataRowRewriter(
                replaced,
                nulls,
                (column, array, offset, length, out) -> values[column].put(array, offset, length, out));
        subjectColumn = subject;
        asTheyAre = nothing;
        categories = categories(masks);
    }

    /// Whether rows pass unchanged, and are about nobody by any column of theirs: then they need not be put together.
    boolean piecemeal() {
        return asTheyAre && subjectColumn < 0;
    }

    List<String> categories() {
        return categories;
    }

    /// Puts the DataRow that `in` stands at into `out`, masked, and says whom it is about.
    void copy(Inbound in, Outbound out) {
        out.about(subject(in), categories);
        if (asTheyAre) {
            out.pass(in);
        } else {
            rewriter.rewrite(in.array(), in.bodyStart(), in.end(), out.writer());
        }
    }

    /// The real value of the column that says whom a row is about: seals the row under a key of its own.
    Optional<Slice> subject(Inbound in) {
        if (subjectColumn < 0) {
            return Optional.empty();
        }
        walker.start(in.array(), in.bodyStart(), in.end());
        for (int i = 0; i <= subjectColumn; i++) {
            if (!walker.next()) {
                return Optional.empty();
            }
        }
        return walker.isNull()
                ? Optional.empty()
                : Optional.of(Slice.copyOf(in.array(), walker.offset(), walker.length()));
    }

    static List<String> categories(List<ColumnMask> masks) {
        return masks.stream()
                .flatMap(mask -> mask.categories().stream())
                .filter(category -> !category.equals(Category.NONE))
                .map(Category::name)
                .distinct()
                .sorted()
                .toList();
    }
}
