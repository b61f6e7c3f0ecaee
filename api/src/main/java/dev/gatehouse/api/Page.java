package dev.gatehouse.api;

import java.util.List;
import java.util.Optional;

/// A part of a long list.
///
/// @param cursor asks for the next part; absent at the end
public record Page<T>(List<T> items, Optional<String> cursor) {
    public Page {
        items = List.copyOf(items);
    }
}
