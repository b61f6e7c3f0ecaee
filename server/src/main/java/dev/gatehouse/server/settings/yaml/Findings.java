package dev.gatehouse.server.settings.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects what is found, so that all of it is said at once. One thread.
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    public void mistake(Place place, String message) {
        add(Finding.Severity.MISTAKE, place, message, Optional.empty());
    }

    public void mistake(Place place, String message, Optional<String> suggestion) {
        add(Finding.Severity.MISTAKE, place, message, suggestion);
    }

    public void warning(Place place, String message) {
        add(Finding.Severity.WARNING, place, message, Optional.empty());
    }

    public void warning(Place place, String message, Optional<String> suggestion) {
        add(Finding.Severity.WARNING, place, message, suggestion);
    }

    public void add(Finding.Severity severity, Place place, String message, Optional<String> suggestion) {
        found.add(new Finding(severity, place, message, suggestion));
    }

    public boolean anyMistake() {
        return found.stream().anyMatch(Finding::mistake);
    }

    /// All of it, file by file, from top to bottom.
    public List<Finding> inOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::place))
                .toList();
    }
}
