package dev.gatehouse.server.settings.keys;

import dev.gatehouse.server.settings.yaml.Finding.Severity;
import java.util.Optional;

/// One key of a section.
///
/// @param byDefault what counts when it is not written, as it would be written
/// @param about what it means, for the reference page and the schema
/// @param restart whether a change of it, or of anything below it, takes a restart
/// @param later set for a key that this version knows but does not act on
public record Key(
        String name,
        Shape shape,
        boolean required,
        Optional<String> byDefault,
        String about,
        Optional<Later> later,
        boolean restart) {

    /// Why a key has no effect yet.
    ///
    /// @param severity a mistake when ignoring the key would silently protect less than was asked for
    public record Later(Severity severity, String because) {}

    public static Key required(String name, Shape shape, String about) {
        return new Key(name, shape, true, Optional.empty(), about, Optional.empty(), false);
    }

    public static Key optional(String name, Shape shape, String about) {
        return new Key(name, shape, false, Optional.empty(), about, Optional.empty(), false);
    }

    public Key or(String written) {
        return new Key(name, shape, required, Optional.of(written), about, later, restart);
    }

    /// Known, without effect in this version, and harmless to ignore.
    public Key ignoredYet(String because) {
        return new Key(
                name, shape, required, byDefault, about, Optional.of(new Later(Severity.WARNING, because)), restart);
    }

    /// Known, not available in this version, and refused because ignoring it would protect less than was asked for.
    public Key refusedYet(String because) {
        return new Key(
                name, shape, required, byDefault, about, Optional.of(new Later(Severity.MISTAKE, because)), restart);
    }

    /// Read once, at the start.
    public Key atStart() {
        return new Key(name, shape, required, byDefault, about, later, true);
    }
}
