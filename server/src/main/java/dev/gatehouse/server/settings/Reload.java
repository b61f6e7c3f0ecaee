package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.Flattened.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changed between two configurations, defaults included.
///
/// @param differences one line each, such as `rules[staff].then: deny -> allow (loosened)`; holds no secret, because a
///     configuration holds none
/// @param restartNeeded the paths among them that are read once, at the start: gateway, listeners, issuers, limits,
///     targets and their credentials
public record Reload(List<String> differences, List<String> restartNeeded) {
    public Reload {
        differences = List.copyOf(differences);
        restartNeeded = List.copyOf(restartNeeded);
    }

    public static Reload compare(Loaded before, Loaded after) {
        var then = Flattened.of(before.source().root());
        var now = Flattened.of(after.source().root());
        var differences = new ArrayList<String>();
        var restart = new ArrayList<String>();
        var paths = new LinkedHashSet<>(then.keySet());
        paths.addAll(now.keySet());
        for (String path : paths) {
            var was = Optional.ofNullable(then.get(path));
            var is = Optional.ofNullable(now.get(path));
            if (!was.map(Line::value).equals(is.map(Line::value))) {
                differences.add(describe(path, was, is));
                if (is.or(() -> was).map(Line::restart).orElse(false) && !removedConnection(path, now)) {
                    restart.add(path);
                }
            }
        }
        return new Reload(differences, restart);
    }

    public boolean nothingChanged() {
        return differences.isEmpty();
    }

    private static String describe(String path, Optional<Line> was, Optional<Line> is) {
        var before = was.map(Line::value);
        var after = is.map(Line::value);
        return path + ": " + before.orElse("(none)") + " -> " + after.orElse("(none)")
                + (Loosening.loosens(path, before, after) ? " (loosened)" : "");
    }

    /// A connection that is gone needs no restart: nobody may use it any more.
    private static boolean removedConnection(String path, Map<String, Line> now) {
        int end = path.indexOf("].");
        return path.startsWith("connections[") && end > 0 && !now.containsKey(path.substring(0, end) + "].name");
    }
}
