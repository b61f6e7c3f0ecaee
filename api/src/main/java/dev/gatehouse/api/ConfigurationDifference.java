package dev.gatehouse.api;

import java.util.List;
import java.util.Optional;

/// What changed between two loads of the configuration, defaults included.
public record ConfigurationDifference(ConfigurationLoad from, ConfigurationLoad to, List<Change> changes) {
    public ConfigurationDifference {
        changes = List.copyOf(changes);
    }

    /// @param path such as `rules[staff].then`
    /// @param loosened whether more is let through than before, as far as that can be told
    public record Change(String path, Optional<String> before, Optional<String> after, boolean loosened) {}
}
