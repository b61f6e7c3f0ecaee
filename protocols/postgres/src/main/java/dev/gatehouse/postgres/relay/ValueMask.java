package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.types.MaskedConstants;
import dev.gatehouse.postgres.types.PgType;
import dev.gatehouse.postgres.wire.Format;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What stands in place of one value. One thread.
record ValueMask(Masker masker, Detectors detectors) {
    private static final Slice REDACTED = Slice.utf8(Masker.REDACTED);

    static boolean hides(ColumnMask mask) {
        return !mask.clear() || mask.scan();
    }

    /// @param type 0 when it is not known
    /// @param value its bytes in the given format, without any quoting
    /// @return empty for NULL
    Optional<Slice> of(ColumnMask mask, int type, Format format, Slice value) {
        var known = PgType.of(type);
        if (!known.textLike()) {
            return mask.method() == Method.NULL ? Optional.empty() : MaskedConstants.of(known, format);
        }
        var text = new String(value.array(), value.offset(), value.length(), StandardCharsets.UTF_8);
        if (mask.scan()) {
            return Optional.of(detectors.clean(text) ? value : REDACTED);
        }
        return masker.text(mask.method(), mask.categories(), text).map(Slice::utf8);
    }
}
