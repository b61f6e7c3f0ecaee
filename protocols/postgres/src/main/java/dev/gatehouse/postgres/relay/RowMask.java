package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.types.MaskedConstants;
import dev.gatehouse.postgres.types.PgType;
import dev.gatehouse.postgres.wire.DataRowRewriter;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.RowWalker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Masks the rows of one answer: what each column becomes is settled once, from its description; then each DataRow is
/// copied with masked values in place of the real ones. One thread.
final class RowMask {
    private static final Slice REDACTED = Slice.utf8(Masker.REDACTED);

    private final List<ColumnMask> masks;
    private final List<PgType> types;
    private final List<Format> formats;
    private final Masker masker;
    private final Detectors detectors;
    private final DataRowRewriter rewriter;
    private final RowWalker walker = new RowWalker();
    private final List<String> categories;
    private final int subjectColumn;
    private final boolean asTheyAre;

    /// @param fields as the rows will be sent: a portal's description, or a simple query's
    RowMask(List<ColumnMask> masks, List<Field> fields, Masker masker, Detectors detectors) {
        this.masks = masks;
        this.masker = masker;
        this.detectors = detectors;
        types = fields.stream().map(field -> PgType.of(field.typeOid())).toList();
        formats = fields.stream().map(Field::format).toList();
        boolean[] replaced = new boolean[masks.size()];
        int subject = -1;
        boolean nothing = true;
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = !masks.get(i).clear() || masks.get(i).scan();
            nothing &= !replaced[i];
            subject = subject < 0 && masks.get(i).subject() ? i : subject;
        }
        rewriter = new DataRowRewriter(replaced, this::replace);
        subjectColumn = subject;
        asTheyAre = nothing;
        categories = categories(masks);
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
    private Optional<Slice> subject(Inbound in) {
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

    private boolean replace(int column, byte[] array, int offset, int length, MessageWriter out) {
        var mask = masks.get(column);
        if (!types.get(column).textLike()) {
            var constant = mask.method() == Method.NULL
                    ? Optional.<Slice>empty()
                    : MaskedConstants.of(types.get(column), formats.get(column));
            return put(constant, out);
        }
        var value = new String(array, offset, length, StandardCharsets.UTF_8);
        if (mask.scan()) {
            Slice shown = detectors.clean(value) ? Slice.copyOf(array, offset, length) : REDACTED;
            return put(Optional.of(shown), out);
        }
        return put(masker.text(mask.method(), mask.categories(), value).map(Slice::utf8), out);
    }

    private static boolean put(Optional<Slice> bytes, MessageWriter out) {
        bytes.ifPresent(value -> out.bytes(value));
        return bytes.isPresent();
    }

    private static List<String> categories(List<ColumnMask> masks) {
        return masks.stream()
                .flatMap(mask -> mask.categories().stream())
                .filter(category -> !category.equals(Category.NONE))
                .map(Category::name)
                .distinct()
                .sorted()
                .toList();
    }
}
