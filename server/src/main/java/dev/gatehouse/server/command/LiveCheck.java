package dev.gatehouse.server.command;

import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.yaml.Finding;
import java.util.List;

/// Looks at the targets that a configuration names: reachable, TLS, an over-powerful or shared credential,
/// personal-looking columns that nobody classified.
@FunctionalInterface
public interface LiveCheck {
    /// Never throws: a target that cannot be looked at is a finding.
    ///
    /// @param from knows where a connection is written, for the findings' places
    List<Finding> check(Settings settings, Loaded from);
}
