package dev.gatehouse.control.rules;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Optional;

/// Facts that belong together, such as `sql.*`: a structure for the type checker, and for the evaluator a view of the
/// domain's own object.
record FactGroup<T>(String name, List<FactField<T>> fields) {
    FactGroup {
        fields = List.copyOf(fields);
    }

    StructType type() {
        ImmutableMap<String, CelType> types =
                fields.stream().collect(ImmutableMap.toImmutableMap(FactField::name, FactField::type));
        return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    Optional<FactField<T>> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    FactView<T> view(T value) {
        return new FactView<>(this, value);
    }
}
