package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Slice;
import java.util.List;

/// A SQL text with its constants and comments taken out, so that both can be recorded apart.
///
/// @param text the text with `$n` for each constant, numbered after the text's own parameters; only a digest when the
///     constants could not be told for certain
/// @param literals the constants as written, in order; the whole text when they could not be told
public record Shape(String text, List<Slice> literals) {
    public Shape {
        literals = List.copyOf(literals);
    }
}
