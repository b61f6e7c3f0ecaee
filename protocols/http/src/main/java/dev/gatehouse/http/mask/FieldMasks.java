package dev.gatehouse.http.mask;

import dev.gatehouse.masking.ColumnMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How each value of one answer is shown, by the names that lead to it. One thread.
final class FieldMasks {
    private static final int MOST_REMEMBERED = 4_000;

    private record Named(FieldPath path, ColumnMask mask) {}

    /// @param classified whether somebody said what it holds
    record Shown(ColumnMask mask, boolean classified) {}

    private final List<Named> named = new ArrayList<>();
    private final Shown rest;
    private final Map<List<String>, Shown> known = new HashMap<>();

    /// @param masks named by the paths of [Field#columns], the last for what nobody classified
    FieldMasks(List<ColumnMask> masks) {
        for (ColumnMask mask : masks.subList(0, masks.size() - 1)) {
            var path = FieldPath.parse(mask.name())
                    .orElseThrow(() -> new IllegalArgumentException("the mask " + mask.name() + " is of no field"));
            named.add(new Named(path, mask));
        }
        named.sort(Comparator.comparing(Named::path, FieldPath.STRONGEST_FIRST));
        rest = new Shown(masks.getLast(), false);
    }

    /// How what nobody classified is shown, the names of members among it.
    ColumnMask rest() {
        return rest.mask();
    }

    /// @param path not changed afterwards
    Shown at(List<String> path) {
        var shown = known.get(path);
        if (shown == null) {
            shown = find(path);
            if (known.size() >= MOST_REMEMBERED) {
                // Names that are data, such as numbers of customers, must not fill the memory.
                known.clear();
            }
            known.put(List.copyOf(path), shown);
        }
        return shown;
    }

    private Shown find(List<String> path) {
        for (int depth = path.size(); depth >= 0; depth--) {
            var part = path.subList(0, depth);
            for (Named candidate : named) {
                if (candidate.path().matches(part)) {
                    return new Shown(candidate.mask(), true);
                }
            }
        }
        return rest;
    }
}
