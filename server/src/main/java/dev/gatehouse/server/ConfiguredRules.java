package dev.gatehouse.server;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.control.admin.ports.RuleBook;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Rule;
import dev.gatehouse.postgres.FreshSessions;
import dev.gatehouse.server.admin.Hits;
import dev.gatehouse.server.admin.RecordedLoads;
import dev.gatehouse.server.settings.Loaded;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The rules in force with what the record knows of them, and what they would decide. Thread-safe.
final class ConfiguredRules implements RuleBook {
    private static final String NOWHERE = "0.0.0.0";
    private static final String APPROVAL = "then.approval.";
    /// What goes without saying.
    private static final Set<String> USUAL =
            Set.of("approvals: 1", "each-group: false", "uses: 1", "per: statement", "preview: true", "tolerance: 10%");

    private final CurrentRules rules;
    private final Supplier<Loaded> inForce;
    private final FreshSessions sessions;
    private final RecordedLoads loads;
    private final InstantSource clock;

    ConfiguredRules(
            CurrentRules rules,
            Supplier<Loaded> inForce,
            FreshSessions sessions,
            RecordedLoads loads,
            InstantSource clock) {
        this.rules = rules;
        this.inForce = inForce;
        this.sessions = sessions;
        this.loads = loads;
        this.clock = clock;
    }

    @Override
    public List<RuleInfo> rules() throws IOException {
        Map<String, String> lines = inForce.get().lines();
        Map<String, Hits> hits = loads.hits();
        return rules.get().policy().rules().stream()
                .map(rule -> info(rule, lines, hits.getOrDefault(rule.id(), Hits.NONE)))
                .toList();
    }

    private static RuleInfo info(Rule rule, Map<String, String> lines, Hits hits) {
        String at = "rules[" + rule.id() + "].";
        return new RuleInfo(
                rule.id(),
                lines.getOrDefault(at + "on.connection", "*"),
                lines.getOrDefault(at + "on.who", "*"),
                Optional.ofNullable(lines.get(at + "when")),
                then(rule, lines, at),
                rule.because(),
                rule.enforce(),
                hits.counted(),
                hits.watched(),
                hits.last());
    }

    private static String then(Rule rule, Map<String, String> lines, String at) {
        return switch (rule.then()) {
            case Rule.Then.Allow _ -> "allow";
            case Rule.Then.Deny _ -> "deny";
            case Rule.Then.NeedsApproval _ -> {
                var asked = new StringBuilder("approval");
                lines.forEach((path, value) -> {
                    String setting = path.startsWith(at + APPROVAL)
                            ? path.substring(at.length() + APPROVAL.length()) + ": " + value
                            : "";
                    if (!setting.isEmpty() && !USUAL.contains(setting)) {
                        asked.append(asked.length() == "approval".length() ? " " : ", ")
                                .append(setting);
                    }
                });
                yield asked.toString();
            }
        };
    }

    @Override
    public List<ConfigurationLoad> loads() throws IOException {
        return loads.loads();
    }

    @Override
    public Optional<ConfigurationDifference> difference(String from, String to) throws IOException {
        return loads.difference(from, to);
    }

    @Override
    public Explained explain(Principal who, String connection, String sql) {
        var now = rules.get();
        var asked = now.connection(connection);
        if (asked.isEmpty()) {
            return new Explained.Unknown("There is no connection of that name in the rules in force.");
        }
        try {
            var understood = sessions.understood(who, connection, Slice.utf8(sql));
            if (understood.isEmpty()) {
                return new Explained.Unknown("The database behind " + connection + " cannot be asked right now.");
            }
            if (understood.get().syntaxError().isPresent()) {
                return new Explained.Unknown("It would not run: "
                        + understood.get().syntaxError().get().message() + ".");
            }
            Operation.Statement statement = understood.get().statement();
            var facts = new Facts(who, asked.get(), statement, who.purpose(), clock.instant(), NOWHERE);
            return new Explained.Known(DryExplanation.of(
                    now.policy().decide(facts), statement, output -> now.masks().of(who, asked.get(), output)));
        } catch (IOException unreachable) {
            return new Explained.Unknown("The database behind " + connection + " cannot be asked right now.");
        }
    }
}
