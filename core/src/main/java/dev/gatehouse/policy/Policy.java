package dev.gatehouse.policy;

import dev.gatehouse.model.Category;
import dev.gatehouse.policy.Verdict.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules in force. Immutable: a reload makes another one.
///
/// Deny cannot be lifted; several approvals must all be given; without an allow, given or granted, the answer is no.
public final class Policy {
    private final List<Rule> rules;
    private final BuiltIn builtIn;

    public Policy(List<Rule> rules, BuiltIn builtIn) {
        this.rules = List.copyOf(rules);
        this.builtIn = builtIn;
    }

    public List<Rule> rules() {
        return rules;
    }

    /// Whether data of `category` may be looked at for the stated purpose; without one, every category may.
    public boolean covers(Optional<String> purpose, Category category) {
        return builtIn.covers(purpose, category);
    }

    /// Decides one operation. Never throws: a rule that does denies.
    public Decision decide(Facts facts) {
        var own = builtIn.ownAccount(facts);
        if (own.isPresent()) {
            return new Decision.Allow(List.of(own.get()), List.of());
        }
        var verdicts = new ArrayList<>(builtIn.refusals(facts));
        boolean mintingAllowed = false;
        for (Rule rule : rules) {
            var verdict = vote(rule, facts);
            verdict.ifPresent(verdicts::add);
            mintingAllowed |=
                    verdict.filter(v -> v.vote() == Vote.ALLOW && !v.shadow()).isPresent()
                            && rule.when().namesMintsCredential();
        }
        if (facts.mintsCredential() && !mintingAllowed) {
            verdicts.addFirst(builtIn.mintsCredential());
        }
        return weigh(verdicts);
    }

    private static Optional<Verdict> vote(Rule rule, Facts facts) {
        if (!rule.on().concerns(facts)) {
            return Optional.empty();
        }
        try {
            return rule.when().holds(facts) ? Optional.of(verdict(rule)) : Optional.empty();
        } catch (RuntimeException | StackOverflowError failure) {
            return Optional.of(new Verdict(
                    rule.id(),
                    Vote.DENY,
                    !rule.enforce(),
                    Optional.of("The rule \"" + rule.id() + "\" could not be evaluated, so the answer is no."),
                    Optional.empty()));
        }
    }

    private static Verdict verdict(Rule rule) {
        return switch (rule.then()) {
            case Rule.Then.Allow _ ->
                new Verdict(rule.id(), Vote.ALLOW, !rule.enforce(), rule.because(), Optional.empty());
            case Rule.Then.Deny _ ->
                new Verdict(rule.id(), Vote.DENY, !rule.enforce(), rule.because(), Optional.empty());
            case Rule.Then.NeedsApproval(Approval approval) ->
                new Verdict(
                        rule.id(),
                        approval.over().isPresent() ? Vote.LIMIT : Vote.APPROVAL,
                        !rule.enforce(),
                        rule.because(),
                        Optional.of(approval));
        };
    }

    private static Decision weigh(List<Verdict> verdicts) {
        var deny = first(verdicts, Vote.DENY);
        if (deny.isPresent()) {
            return new Decision.Deny(List.copyOf(verdicts), deny.get());
        }
        var asking = counting(verdicts, Vote.APPROVAL);
        var limits = counting(verdicts, Vote.LIMIT);
        if (!asking.isEmpty()) {
            return new Decision.Hold(List.copyOf(verdicts), asking, limits);
        }
        if (first(verdicts, Vote.ALLOW).isPresent()) {
            return new Decision.Allow(List.copyOf(verdicts), limits);
        }
        var noAllow = BuiltIn.defaultDeny();
        var all = new ArrayList<>(verdicts);
        all.add(noAllow);
        return new Decision.Deny(List.copyOf(all), noAllow);
    }

    private static Optional<Verdict> first(List<Verdict> verdicts, Vote vote) {
        return verdicts.stream().filter(v -> v.vote() == vote && !v.shadow()).findFirst();
    }

    private static List<Verdict> counting(List<Verdict> verdicts, Vote vote) {
        return verdicts.stream().filter(v -> v.vote() == vote && !v.shadow()).toList();
    }
}
