package dev.gatehouse.server.settings.yaml;

import java.util.Locale;
import java.util.Optional;

/// Something to say about the configuration, where, and what to do about it.
///
/// @param message what is wrong; never repeats a value that could be a secret
/// @param suggestion what to write instead, when that can be guessed
public record Finding(Severity severity, Place place, String message, Optional<String> suggestion) {
    public enum Severity {
        /// The configuration is not used
        MISTAKE,
        /// It is used, but not everything in it has the effect that somebody may expect
        WARNING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean mistake() {
        return severity == Severity.MISTAKE;
    }

    /// The line that `check` prints: `file:line:col: message`.
    @Override
    public String toString() {
        var kind = mistake() ? "" : "warning: ";
        return place + ": " + kind + message
                + suggestion.map(s -> "; did you mean `" + s + "`?").orElse("");
    }
}
