package dev.gatehouse.server.settings.keys;

import java.util.Optional;
import java.util.function.Function;

/// How one kind of text is written, and what it means.
///
/// @param name the kind's name in the schema, such as `duration`
/// @param expects the kind in the words of a message, with an example
/// @param pattern a regular expression for editors (ECMA 262); the reader decides
/// @param reader the meaning of a text, or empty when it is not of this kind
public record Format<T>(String name, String expects, String pattern, Function<String, Optional<T>> reader) {
    public Optional<T> read(String text) {
        return reader.apply(text);
    }
}
