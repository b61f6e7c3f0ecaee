package dev.gatehouse.server.settings;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Nearest;
import dev.gatehouse.server.settings.yaml.Findings;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.Node.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Checks what one rule says as a whole: its condition, its approval, its name.
final class RuleCheck {
    private static final List<String> RESERVED = List.of(
            BuiltIn.DEFAULT_DENY,
            BuiltIn.NOT_UNDERSTOOD,
            BuiltIn.PREDICATE_ON_MASKED,
            BuiltIn.MASK_IN_WRITE,
            BuiltIn.WRONG_PURPOSE,
            BuiltIn.MINTS_CREDENTIAL,
            BuiltIn.GATEWAY_OWN);

    private static final List<String> OVERS = List.of("over-rows", "over-bytes", "over-subjects");

    private final CelConditions conditions;
    private final Findings findings;

    RuleCheck(CelConditions conditions, Findings findings) {
        this.conditions = conditions;
        this.findings = findings;
    }

    void check(Node rule) {
        rule.at("id").ifPresent(this::notReserved);
        if (rule.at("when").orElse(null) instanceof Scalar when && when.type() == Scalar.Type.TEXT) {
            condition(when);
        }
        record(rule, findings);
        if (rule.at("then").flatMap(then -> then.at("approval")).orElse(null) instanceof Mapping approval) {
            approval(approval);
        }
    }

    private void notReserved(Node id) {
        id.asText()
                .filter(name -> RESERVED.contains(name) || name.startsWith(Refusal.LIMIT))
                .ifPresent(name -> findings.mistake(
                        id.place(), "`" + name + "` is the name of a built-in rule; choose another id"));
    }

    private void condition(Scalar when) {
        switch (conditions.compile(when.text())) {
            case CelConditions.Compiled _ -> {}
            case CelConditions.Invalid(var problems) ->
                problems.forEach(problem -> findings.mistake(
                        when.inside(problem.line(), problem.column()),
                        "`when`: " + problem.message(),
                        problem.unknown().flatMap(name -> Nearest.to(name, problem.known()))));
        }
    }

    /// Other forms would keep more, or less, than somebody asked for.
    static void record(Node holder, Findings findings) {
        holder.at("record")
                .filter(record -> record.asText()
                        .filter(text -> text.equals("digest") || text.equals("full"))
                        .isPresent())
                .ifPresent(record -> findings.mistake(
                        record.place(),
                        "`record: " + record.asText().orElse("") + "` is not available in this version; `masked` is"));
    }

    private void approval(Mapping approval) {
        if (approval.get("from").isEmpty() && approval.get("confirm").isEmpty()) {
            findings.mistake(approval.place(), "an approval needs `from`: who may approve");
        }
        var overs =
                OVERS.stream().filter(over -> approval.get(over).isPresent()).toList();
        if (overs.size() > 1) {
            approval.entry(overs.get(1))
                    .ifPresent(second -> findings.mistake(
                            second.place(), "only one of " + String.join(", ", overs) + " fits here; make two rules"));
        }
        if (overs.isEmpty()) {
            approval.entry("per")
                    .ifPresent(per ->
                            findings.mistake(per.place(), "`per` needs `over-rows`, `over-bytes` or `over-subjects`"));
        }
        approval.entry("tolerance").ifPresent(tolerance -> tolerance(tolerance, approval, overs));
        duration(approval, "valid")
                .filter(valid -> !valid.isPositive())
                .ifPresent(_ -> findings.mistake(approval.place(), "`valid` must be longer than nothing"));
    }

    private void tolerance(Node.Entry tolerance, Mapping approval, List<String> overs) {
        if (!overs.isEmpty()) {
            findings.mistake(
                    tolerance.place(),
                    "`tolerance` compares a run with its preview; `" + overs.getFirst() + "` asks while rows flow");
        } else if (approval.get("preview")
                .flatMap(Node::asText)
                .filter("false"::equals)
                .isPresent()) {
            findings.mistake(tolerance.place(), "`tolerance` needs a preview to compare a run with");
        }
    }

    private static Optional<Duration> duration(Mapping mapping, String key) {
        return mapping.get(key).flatMap(Node::asText).flatMap(Formats.DURATION::read);
    }
}
