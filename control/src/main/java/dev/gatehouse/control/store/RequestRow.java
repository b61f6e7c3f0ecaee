package dev.gatehouse.control.store;

import dev.gatehouse.model.Slice;
import java.util.Optional;

/// A row of `requests`. Only `sealed` counts; the columns beside it are for finding it.
///
/// @param created milliseconds since 1970, as is `expires`
/// @param dedupe tells a creation that is repeated
/// @param sealed the whole request, encrypted
public record RequestRow(
        String id,
        String state,
        String connection,
        long created,
        long expires,
        Optional<String> dedupe,
        Slice sealed) {}
