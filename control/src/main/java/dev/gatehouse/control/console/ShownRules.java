package dev.gatehouse.control.console;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.RuleInfo;
import java.util.List;
import java.util.Optional;

/// The rules in force, the loads that led to them, and what changed between two of those.
public record ShownRules(
        List<RuleInfo> rules, List<ConfigurationLoad> loads, Optional<ConfigurationDifference> difference) {
    public ShownRules {
        rules = List.copyOf(rules);
        loads = List.copyOf(loads);
    }

    /// How much of a bar as wide as the most used rule's.
    public long share(RuleInfo rule) {
        long most = rules.stream()
                .mapToLong(each -> each.hits() + each.shadowHits())
                .max()
                .orElse(0);
        return most == 0 ? 0 : Math.round(100.0 * (rule.hits() + rule.shadowHits()) / most);
    }

    public List<ConfigurationLoad> comparable() {
        return loads.stream().filter(ConfigurationLoad::comparable).toList();
    }

    public boolean from(ConfigurationLoad load) {
        return difference.filter(shown -> shown.from().id().equals(load.id())).isPresent();
    }

    public boolean to(ConfigurationLoad load) {
        return difference.filter(shown -> shown.to().id().equals(load.id())).isPresent();
    }
}
