package dev.gatehouse.server.settings;

import dev.gatehouse.masking.Method;
import java.util.List;
import java.util.Optional;

/// Which changes let more through than before. Marks for the eye, not a proof: a changed condition or selector can
/// loosen without being marked.
final class Loosening {
    /// Words from strict to loose, by the key that says them.
    private static final List<Scale> SCALES = List.of(
            new Scale("then", List.of("deny", "allow")),
            new Scale("enforce", List.of("true", "false")),
            new Scale("unclassified", List.of("mask", "scan", "none")),
            new Scale("predicates", List.of("refuse", "equality", "allow")),
            new Scale("purpose", List.of("required", "optional")),
            new Scale("mode", List.of("verify-full", "verify-ca", "require", "disable")),
            new Scale(
                    "with", List.of(Method.values()).stream().map(Method::word).toList()));

    private record Scale(String key, List<String> strictFirst) {}

    private Loosening() {}

    static boolean loosens(String path, Optional<String> before, Optional<String> after) {
        if (path.startsWith("rules[")) {
            return rule(path, before, after) || scaled(path, before, after);
        }
        if (path.startsWith("data[")) {
            return after.map(Loosening::open).orElse(true)
                    && before.filter(b -> !open(b)).isPresent();
        }
        return scaled(path, before, after);
    }

    private static boolean open(String category) {
        return category.equals("none") || category.equals("other");
    }

    private static boolean rule(String path, Optional<String> before, Optional<String> after) {
        if (path.endsWith(".then")) {
            boolean allows = after.filter("allow"::equals).isPresent();
            boolean denied = before.filter("deny"::equals).isPresent();
            return allows || (denied && after.isEmpty());
        }
        return path.endsWith(".then.approval.from") && after.isEmpty();
    }

    private static boolean scaled(String path, Optional<String> before, Optional<String> after) {
        return SCALES.stream()
                .filter(scale -> path.endsWith("." + scale.key()))
                .anyMatch(scale -> before.isPresent()
                        && after.isPresent()
                        && scale.strictFirst().indexOf(after.get())
                                > scale.strictFirst().indexOf(before.get()));
    }
}
