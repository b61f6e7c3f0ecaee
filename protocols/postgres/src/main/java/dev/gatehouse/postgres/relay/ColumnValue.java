package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.masking.Scanner;
import dev.gatehouse.masking.TextMask;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.types.MaskedConstants;
import dev.gatehouse.postgres.types.PgType;
import dev.gatehouse.postgres.types.TypeCategory;
import dev.gatehouse.postgres.types.TypedMask;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What becomes of the values of one column of one answer, of a query or a COPY: settled once, then asked for each
/// value. One thread.
final class ColumnValue {
    private final ColumnMask mask;
    private final PgType type;
    private final Format format;
    private final Masker masker;
    private final Scanner scanner;
    private final TextMask texts;

    /// @param type 0 when it is not known
    ColumnValue(ColumnMask mask, int type, Format format, Masker masker, Scanner scanner) {
        this.mask = mask;
        this.type = PgType.of(type);
        this.format = format;
        this.masker = masker;
        this.scanner = scanner;
        texts = masker.texts(mask.method(), mask.categories());
    }

    /// Whether values can become others. What is shown is looked into only where it can hold text.
    boolean replaces() {
        return !mask.clear()
                && (mask.method() != Method.CLEAR || type.textLike() || type.category() == TypeCategory.JSON);
    }

    /// Whether NULL, too, is replaced: by what stands for an empty value.
    boolean replacesNull() {
        return mask.hidesNull() && replaces();
    }

    /// Appends what stands for a value and answers true; or appends nothing and answers false for NULL.
    boolean put(byte[] array, int offset, int length, MessageWriter out) {
        boolean document = type.category() == TypeCategory.JSON;
        boolean looked = mask.scan() || mask.method() == Method.CLEAR;
        if (looked && (document || type.textLike())) {
            return put(document ? document(array, offset, length) : text(array, offset, length), out);
        }
        if (!type.textLike()) {
            var value = Slice.of(array, offset, length);
            return put(TypedMask.of(type, format, mask.method(), mask.categories(), value, masker), out);
        }
        int size = texts.mask(array, offset, length);
        if (size == TextMask.NULL) {
            return false;
        }
        out.bytes(texts.shown(), 0, size);
        return true;
    }

    private static boolean put(Optional<Slice> bytes, MessageWriter out) {
        bytes.ifPresent(out::bytes);
        return bytes.isPresent();
    }

    /// A text that is looked into: parts of it are masked, or free text as a whole if anything is found.
    private Optional<Slice> text(byte[] array, int offset, int length) {
        var value = new String(array, offset, length, StandardCharsets.UTF_8);
        if (freeText()) {
            return scanner.clean(mask.inside(), value)
                    ? Optional.of(Slice.of(array, offset, length))
                    : masker.text(mask.method(), mask.categories(), value).map(Slice::utf8);
        }
        return scanner.masked(mask.inside(), value, false, masker).map(Slice::utf8);
    }

    private boolean freeText() {
        return mask.scan() && mask.categories().contains(Category.FREE_TEXT);
    }

    /// A JSON document with what is found inside masked; the same in jsonb's binary form, behind its version.
    private Optional<Slice> document(byte[] array, int offset, int length) {
        int version = type.name().equals("jsonb") && format == Format.BINARY ? 1 : 0;
        var value = new String(array, offset + version, length - version, StandardCharsets.UTF_8);
        if (freeText()) {
            return scanner.clean(mask.inside(), value)
                    ? Optional.of(Slice.of(array, offset, length))
                    : MaskedConstants.of(type, format);
        }
        return scanner.masked(mask.inside(), value, true, masker)
                .map(shown -> Slice.utf8(version == 0 ? shown : (char) array[offset] + shown));
    }
}
