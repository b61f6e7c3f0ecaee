package dev.gatehouse.server.admin;

import dev.gatehouse.masking.Masker;
import java.util.Optional;
import java.util.function.Function;

/// How somebody sees the values of one column of an answer that was shown to somebody else.
///
/// @param asShown whether they see exactly what was shown
/// @param of what they see of a value; empty for NULL
record Sight(boolean asShown, Function<String, Optional<String>> of) {
    static final Sight AS_SHOWN = new Sight(true, Optional::of);
    static final Sight HIDDEN = new Sight(false, _ -> Optional.of(Masker.REDACTED));
}
