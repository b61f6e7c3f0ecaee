package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.masking.Scanner;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.types.MaskedConstants;
import dev.gatehouse.postgres.types.PgType;
import dev.gatehouse.postgres.types.TypeCategory;
import dev.gatehouse.postgres.types.TypedMask;
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
    private final List<ColumnMask> masks;
    private final List<PgType> types;
    private final List<Format> formats;
    private final Masker masker;
    private final Scanner scanner;
    private final DataRowRewriter rewriter;
    private final RowWalker walker = new RowWalker();
    private final List<String> categories;
    private final int subjectColumn;
    private final boolean asTheyAre;

    /// @param fields as the rows will be sent: a portal's description, or a simple query's
    RowMask(List<ColumnMask> masks, List<Field> fields, Masker masker, Detectors detectors) {
        this.masks = masks;
        this.masker = masker;
        scanner = detectors.scanner();
        types = fields.stream().map(field -> PgType.of(field.typeOid())).toList();
        formats = fields.stream().map(Field::format).toList();
        boolean[] replaced = new boolean[masks.size()];
        int subject = -1;
        boolean nothing = true;
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = !masks.get(i).clear() && looksAt(masks.get(i), types.get(i));
            nothing &= !replaced[i];
            subject = subject < 0 && masks.get(i).subject() ? i : subject;
        }
        rewriter = new DataRowRewriter(replaced, this::replace);
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
        var type = types.get(column);
        if (type.category() == TypeCategory.JSON && (mask.scan() || mask.method() == Method.CLEAR)) {
            return put(document(mask, type, formats.get(column), array, offset, length), out);
        }
        if (!type.textLike()) {
            Slice value = Slice.of(array, offset, length);
            return put(TypedMask.of(type, formats.get(column), mask.method(), mask.categories(), value, masker), out);
        }
        var value = new String(array, offset, length, StandardCharsets.UTF_8);
        return put(text(mask, value).map(Slice::utf8), out);
    }

    private Optional<String> text(ColumnMask mask, String value) {
        if (mask.method() == Method.CLEAR || mask.scan() && !mask.categories().contains(Category.FREE_TEXT)) {
            return scanner.masked(mask.inside(), value, false, masker);
        }
        return mask.scan() && scanner.clean(mask.inside(), value)
                ? Optional.of(value)
                : masker.text(mask.method(), mask.categories(), value);
    }

    /// A JSON document with what is found inside masked; the same in jsonb's binary form, behind its version.
    private Optional<Slice> document(
            ColumnMask mask, PgType type, Format format, byte[] array, int offset, int length) {
        int version = type.name().equals("jsonb") && format == Format.BINARY ? 1 : 0;
        var value = new String(array, offset + version, length - version, StandardCharsets.UTF_8);
        if (mask.categories().contains(Category.FREE_TEXT) && mask.scan()) {
            return scanner.clean(mask.inside(), value)
                    ? Optional.of(Slice.copyOf(array, offset, length))
                    : MaskedConstants.of(type, format);
        }
        return scanner.masked(mask.inside(), value, true, masker)
                .map(shown -> Slice.utf8(version == 0 ? shown : (char) array[offset] + shown));
    }

    /// What is shown is looked into only where it can hold text.
    private static boolean looksAt(ColumnMask mask, PgType type) {
        return mask.method() != Method.CLEAR || type.textLike() || type.category() == TypeCategory.JSON;
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
