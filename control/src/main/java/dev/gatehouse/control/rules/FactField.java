package dev.gatehouse.control.rules;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.function.Function;

/// One field of a group of facts.
///
/// @param words what the field can say, when that is a closed list
record FactField<T>(String name, CelType type, Function<T, Object> value, List<String> words) {
    static <T> FactField<T> of(String name, CelType type, Function<T, Object> value) {
        return new FactField<>(name, type, value, List.of());
    }
}
