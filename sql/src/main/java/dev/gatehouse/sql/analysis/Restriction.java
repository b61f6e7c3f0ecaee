package dev.gatehouse.sql.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// How a condition narrows down the rows of tables: directly, or through another table that is narrowed down itself.
///
/// @param instances uses of tables that it restricts
/// @param links what becomes restricted once all of something else is
record Restriction(Set<Integer> instances, List<Link> links) {
    static final Restriction NONE = new Restriction(Set.of(), List.of());

    Restriction {
        instances = Set.copyOf(instances);
        links = List.copyOf(links);
    }

    record Link(Set<Integer> from, int to) {}

    static Restriction of(Set<Integer> instances) {
        return new Restriction(instances, List.of());
    }

    /// What an equality between columns of these says.
    static Restriction equality(Set<Integer> left, Set<Integer> right) {
        return oneWay(left, right).and(oneWay(right, left));
    }

    static Restriction oneWay(Set<Integer> from, Set<Integer> to) {
        if (from.isEmpty()) {
            return NONE;
        }
        return new Restriction(
                Set.of(),
                to.stream()
                        .filter(target -> !from.contains(target))
                        .map(target -> new Link(from, target))
                        .toList());
    }

    Restriction and(Restriction other) {
        var all = new HashSet<>(instances);
        all.addAll(other.instances);
        return new Restriction(all, Joined.concat(links, other.links));
    }

    Restriction or(Restriction other) {
        var both = new HashSet<>(instances);
        both.retainAll(other.instances);
        var common = new ArrayList<>(links);
        common.retainAll(other.links);
        return new Restriction(both, common);
    }

    /// The part that concerns some instances only.
    Restriction only(IntPredicate concerned) {
        return new Restriction(
                new HashSet<>(instances.stream().filter(concerned::test).toList()),
                links.stream().filter(link -> concerned.test(link.to())).toList());
    }
}
