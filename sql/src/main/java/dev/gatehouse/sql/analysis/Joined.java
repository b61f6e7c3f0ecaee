package dev.gatehouse.sql.analysis;

import java.util.ArrayList;
import java.util.List;

/// What a FROM clause, or a part of it, offers: names to qualify with, and the columns in the order of `*`.
record Joined(List<Range> ranges, List<Field> fields) {
    static final Joined NOTHING = new Joined(List.of(), List.of());

    Joined {
        ranges = List.copyOf(ranges);
        fields = List.copyOf(fields);
    }

    static Joined of(Range range) {
        return new Joined(List.of(range), range.fields());
    }

    Joined and(Joined other) {
        return new Joined(concat(ranges, other.ranges), concat(fields, other.fields));
    }

    static <T> List<T> concat(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first);
        all.addAll(second);
        return all;
    }
}
