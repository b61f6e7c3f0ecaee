package dev.gatehouse.postgres.types;

import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;

/// Masks values so that they keep their type, the same in text and binary format; arrays element by element, JSON
/// documents value by value. Of types that a method says nothing about, and of what is not written as expected, nothing
/// is kept: [MaskedConstants].
public final class TypedMask {
    private TypedMask() {}

    /// Empty for SQL NULL.
    public static Optional<Slice> of(
            PgType type, Format format, Method method, Set<Category> categories, Slice value, Masker masker) {
        return of(type, format, value, new MaskWith(method, categories, masker));
    }

    static Optional<Slice> of(PgType type, Format format, Slice value, MaskWith with) {
        if (with.method() == Method.NULL) {
            return Optional.empty();
        }
        Optional<Slice> kept = with.method() == Method.REDACT ? Optional.empty() : kept(type, format, value, with);
        return kept.or(() -> MaskedConstants.of(type, format));
    }

    private static Optional<Slice> kept(PgType type, Format format, Slice value, MaskWith with) {
        try {
            return switch (type.category()) {
                case TEXT ->
                    type.textLike()
                            ? with.masker()
                                    .text(with.method(), with.categories(), value.utf8())
                                    .map(Slice::utf8)
                            : Optional.empty();
                case INTEGER -> NumberMask.whole(type, format, value, with);
                case NUMBER -> NumberMask.fraction(type, format, value, with);
                case MONEY -> NumberMask.money(format, value, with);
                case DATE -> TimeMask.day(format, value, with);
                case TIMESTAMP -> TimeMask.moment(type, format, value, with);
                case TIME -> TimeMask.time(type, format, value, with);
                case UUID -> AddressMask.uuid(format, value, with);
                case NETWORK -> AddressMask.network(type, format, value, with);
                case BYTES -> AddressMask.bytes(format, value, with);
                case JSON -> JsonMask.of(type, format, value, with);
                case XML -> element(value, with);
                case ARRAY -> ArrayMask.of(type, format, value, with);
                case BOOLEAN, INTERVAL, BIT, GEOMETRIC, OTHER -> Optional.empty();
            };
        } catch (IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | IndexOutOfBoundsException
                | BufferUnderflowException unexpected) {
            // Another DateStyle, infinity and the like.
            return Optional.empty();
        }
    }

    /// XML content that is one word is XML.
    private static Optional<Slice> element(Slice value, MaskWith with) {
        return switch (with.method()) {
            case PSEUDONYM, HASH ->
                with.masker()
                        .text(with.method(), with.categories(), value.utf8())
                        .map(Slice::utf8);
            case REDACT, NULL, FPE, GENERALISE, PARTIAL, CLEAR -> Optional.empty();
        };
    }
}
