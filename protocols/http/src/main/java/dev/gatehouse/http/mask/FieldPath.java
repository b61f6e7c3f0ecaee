package dev.gatehouse.http.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which values of a JSON document something is said about: a part of JSONPath (RFC 9535).
///
/// `$.a.b` and `$['a']['b']` name members, `.*` any member, `..name` a member at any depth. Arrays are looked through
/// at
/// each step, so `[*]` may be written and changes nothing: a path that forgets it masks all the same. What a path names
/// holds for everything below it. Indexes, slices and filters are not part of it.
///
/// @param text as configured
public record FieldPath(String text, List<Step> steps) {
    /// Deeper beats shallower, exact beats wildcards, longer beats shorter.
    static final Comparator<FieldPath> STRONGEST_FIRST = Comparator.comparing(FieldPath::exact)
            .thenComparingInt(path -> path.text().length())
            .reversed()
            .thenComparing(FieldPath::text);

    private static final Pattern STEP = Pattern.compile("\\[\\*]"
            + "|(\\.\\.?)(?:([\\p{L}_][\\p{L}\\p{N}_-]*)|(\\*)|(?=\\[))"
            + "|\\['([^'\\\\\\p{Cntrl}]+)']|\\[\"([^\"\\\\\\p{Cntrl}]+)\"]");

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /// One step down; arrays count as none.
    sealed interface Step {
        record Member(String name) implements Step {}

        record AnyMember() implements Step {}

        /// Any number of members, also none.
        record AnyDepth() implements Step {}
    }

    /// The path written so, or empty when it is not in the part that is understood.
    public static Optional<FieldPath> parse(String text) {
        if (!text.startsWith("$")) {
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        var matcher = STEP.matcher(text);
        int at = 1;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at || matcher.end() == at) {
                return Optional.empty();
            }
            if ("..".equals(matcher.group(1))) {
                steps.add(new Step.AnyDepth());
            }
            step(matcher).ifPresent(steps::add);
            at = matcher.end();
        }
        return Optional.of(new FieldPath(text, steps));
    }

    private static Optional<Step> step(java.util.regex.Matcher matcher) {
        for (int group : new int[] {2, 4, 5}) {
            if (matcher.group(group) != null) {
                return Optional.of(new Step.Member(matcher.group(group)));
            }
        }
        return matcher.group(3) == null ? Optional.empty() : Optional.of(new Step.AnyMember());
    }

    boolean exact() {
        return steps.stream().allMatch(Step.Member.class::isInstance);
    }

    /// Whether it names exactly the value at `path`, the names of the members that lead there.
    boolean matches(List<String> path) {
        return matches(0, path, 0);
    }

    private boolean matches(int step, List<String> path, int depth) {
        if (step == steps.size()) {
            return depth == path.size();
        }
        return switch (steps.get(step)) {
            case Step.Member(String name) ->
                depth < path.size() && path.get(depth).equals(name) && matches(step + 1, path, depth + 1);
            case Step.AnyMember _ -> depth < path.size() && matches(step + 1, path, depth + 1);
            case Step.AnyDepth _ ->
                matches(step + 1, path, depth) || depth < path.size() && matches(step, path, depth + 1);
        };
    }
}
