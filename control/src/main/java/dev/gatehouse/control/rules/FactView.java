package dev.gatehouse.control.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Optional;

/// A group of facts as the evaluator sees it. Fields are read when a condition asks for them; a map would be copied as
/// a whole, with everything in it, at each look.
@SuppressWarnings("Immutable") // facts are records; it lives for one decision
final class FactView<T> extends StructValue<String, Object> {
    private final FactGroup<T> group;
    private final T facts;

    FactView(FactGroup<T> group, T facts) {
        this.group = group;
        this.facts = facts;
    }

    @Override
    public Object select(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException(group.name() + " has no field " + field));
    }

    @Override
    public Optional<Object> find(String field) {
        for (FactField<T> candidate : group.fields()) {
            if (candidate.name().equals(field)) {
                return Optional.of(candidate.value().apply(facts));
            }
        }
        return Optional.empty();
    }

    /// Itself: there is nothing below that a condition could work with.
    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return group.type();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactView<?> view && group.equals(view.group) && facts.equals(view.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }
}
