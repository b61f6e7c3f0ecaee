package dev.gatehouse.api;

import java.util.Optional;

/// What a request's operation would do.
///
/// @param kind `count`, or `declined`
/// @param rows how many rows it is about now; with `count`
/// @param question the statement that counted them, if one was needed
/// @param because why there is no preview; with `declined`
public record RequestPreview(String kind, Optional<Long> rows, Optional<String> question, Optional<String> because) {}
