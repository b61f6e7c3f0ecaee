package dev.gatehouse.sql.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a value carries: the stored columns it can come from, and how.
///
/// @param instances uses of tables in the statement whose rows a condition on this value narrows down
record Carried(List<Origin> origins, Form form, Set<Integer> instances) {
    enum Form {
        /// the same for every row: literals, parameters, `now()`
        CONSTANT,
        /// the same for every row, but not written in the statement: what SET changes
        SETTING,
        /// a stored column's value as it is
        PLAIN,
        /// a stored column's value, converted in a way that loses nothing, or that of one of several columns
        WHOLE,
        /// computed in a way that can make it NULL by what the value is: what stands at a place, behind a key, or
        /// matches a pattern
        SPARSE,
        /// anything else
        COMPUTED
    }

    static final Carried CONSTANT = new Carried(List.of(), Form.CONSTANT, Set.of());
    static final Carried SETTING = new Carried(List.of(), Form.SETTING, Set.of());
    static final Carried NOTHING = new Carried(List.of(), Form.COMPUTED, Set.of());

    Carried {
        origins = List.copyOf(origins);
        instances = Set.copyOf(instances);
    }

    static Carried plain(List<Origin> origins, int instance) {
        return new Carried(origins, Form.PLAIN, Set.of(instance));
    }

    /// What a value computed from all of these carries.
    static Carried of(List<Carried> parts) {
        var origins = new LinkedHashSet<Origin>();
        boolean constant = true;
        boolean written = true;
        boolean sparse = false;
        for (Carried part : parts) {
            origins.addAll(part.origins);
            constant &= part.constant();
            written &= part.written();
            sparse |= part.sparse();
        }
        var varying = sparse ? Form.SPARSE : Form.COMPUTED;
        var form = written ? Form.CONSTANT : constant ? Form.SETTING : varying;
        return new Carried(new ArrayList<>(origins), form, Set.of());
    }

    Carried and(Carried other) {
        return of(List.of(this, other));
    }

    boolean constant() {
        return form == Form.CONSTANT || form == Form.SETTING;
    }

    /// Whether whoever counts the statement's own constants counts this one.
    boolean written() {
        return form == Form.CONSTANT;
    }

    /// One whole value, of which equality tells no more than that.
    boolean whole() {
        return stored() && origins.stream().noneMatch(Origin::part);
    }

    /// What stands in a column, whole or in part: whether it is there at all tells nothing else.
    boolean stored() {
        return (form == Form.PLAIN || form == Form.WHOLE) && !origins.isEmpty();
    }

    boolean sensitive() {
        return origins.stream().anyMatch(Origin::sensitive);
    }

    /// Whether this is text of a kind that nobody masks.
    boolean shownText() {
        return !sensitive() && origins.stream().anyMatch(Origin::telling);
    }

    Carried computed() {
        return new Carried(origins, sparse() ? Form.SPARSE : Form.COMPUTED, Set.of());
    }

    /// The same, and whether there is a value at all depends on what it was computed from.
    Carried dispersed() {
        return constant() ? this : new Carried(origins, Form.SPARSE, instances);
    }

    /// Whether its being NULL tells about a value.
    boolean sparse() {
        return form == Form.SPARSE;
    }

    /// Still the whole value, but no longer provably as it is stored.
    Carried converted() {
        return form == Form.PLAIN ? new Carried(origins, Form.WHOLE, instances) : this;
    }

    /// Computed from one value in a way that keeps equal rows together, so that equality still narrows rows down.
    Carried folded(Carried from) {
        return new Carried(origins, form, from.instances);
    }

    /// The same, read through a column of a view: to the target a plain value is the view's.
    Carried seenAt(int table, int attribute) {
        return form == Form.PLAIN
                ? new Carried(
                        origins.stream()
                                .map(origin -> origin.seenAt(table, attribute))
                                .toList(),
                        form,
                        instances)
                : constant() ? computed() : this;
    }

    Carried at(Set<Integer> other) {
        return new Carried(origins, form, other);
    }

    /// The value of this column in one branch of a set operation, or of the other in the other branch.
    Carried or(Carried other) {
        var all = new LinkedHashSet<>(origins);
        all.addAll(other.origins);
        var both = new LinkedHashSet<Integer>();
        if ((!instances.isEmpty() || constant()) && (!other.instances.isEmpty() || other.constant())) {
            both.addAll(instances);
            both.addAll(other.instances);
        }
        var mixed = sparse() || other.sparse() ? Form.SPARSE : Form.COMPUTED;
        return new Carried(new ArrayList<>(all), whole() && other.whole() ? Form.WHOLE : mixed, both);
    }
}
