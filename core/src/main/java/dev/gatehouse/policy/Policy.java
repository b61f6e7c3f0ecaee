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
        return decide(facts, votes(facts));
    }

    /// The same when it is known how the rules vote. The built-in rules are asked each time: they look at values.
    public Decision decide(Facts facts, Votes votes) {
        var refusals = builtIn.refusals(facts);
        boolean mints = facts.mintsCredential() && !votes.mintingAllowed();
        if (refusals.isEmpty() && !mints) {
            return votes.alone();
        }
        var verdicts = new ArrayList<>(refusals);
        verdicts.addAll(votes.verdicts());
        if (mints) {
            verdicts.addFirst(builtIn.mintsCredential());
        }
        return weigh(verdicts);
    }

    /// How the configured rules vote.
    ///
    /// @param mintingAllowed whether one of those that allow names what mints a credential
    /// @param lasting whether they vote the same whenever who asks, the connection, purpose, source and what a
    ///     statement was understood to do are the same: no rule that was asked looks at the time, and none failed
    /// @param alone the decision when no built-in rule has anything to say
    public record Votes(List<Verdict> verdicts, boolean mintingAllowed, boolean lasting, Decision alone) {
        public Votes {
            verdicts = List.copyOf(verdicts);
        }
    }

    /// Asks the configured rules.
    public Votes votes(Facts facts) {
        var verdicts = new ArrayList<Verdict>();
        boolean mintingAllowed = false;
        boolean lasting = true;
        for (Rule rule : rules) {
            if (rule.on().concerns(facts)) {
                lasting &= !rule.when().looksAtTime();
                try {
                    if (rule.when().holds(facts)) {
                        var verdict = verdict(rule);
                        verdicts.add(verdict);
                        mintingAllowed |= verdict.vote() == Vote.ALLOW
                                && !verdict.shadow()
                                && rule.when().namesMintsCredential();
                    }
                } catch (RuntimeException | StackOverflowError failure) {
                    lasting = false;
                    verdicts.add(failed(rule));
                }
            }
        }
        return new Votes(verdicts, mintingAllowed, lasting, weigh(verdicts));
    }

    private static Verdict failed(Rule rule) {
        return new Verdict(
                rule.id(),
                Vote.DENY,
                !rule.enforce(),
                Optional.of("The rule \"" + rule.id() + "\" could not be evaluated, so the answer is no."),
                Optional.empty());
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
