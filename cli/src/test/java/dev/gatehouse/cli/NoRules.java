package dev.gatehouse.cli;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.Explanation;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.control.admin.ports.RuleBook;
import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.Optional;

/// A book without rules, in which everything is allowed.
final class NoRules implements RuleBook {
    @Override
    public List<RuleInfo> rules() {
        return List.of();
    }

    @Override
    public List<ConfigurationLoad> loads() {
        return List.of();
    }

    @Override
    public Optional<ConfigurationDifference> difference(String from, String to) {
        return Optional.empty();
    }

    @Override
    public Explained explain(Principal who, String connection, String sql) {
        var meaning =
                new Explanation.Meaning("read", List.of(), true, List.of(), List.of(), List.of(), List.of(), List.of());
        return new Explained.Known(new Explanation("allow", List.of(), meaning, List.of()));
    }
}
