package dev.gatehouse.policy;

import java.util.Locale;
import java.util.Optional;

/// One rule's vote on one operation.
///
/// @param rule the rule's id, or a built-in rule's name
/// @param shadow recorded only
/// @param because what a refused client is told
/// @param approval what is asked for; present for [Vote#APPROVAL] and [Vote#LIMIT]
public record Verdict(String rule, Vote vote, boolean shadow, Optional<String> because, Optional<Approval> approval) {
    public enum Vote {
        ALLOW,
        DENY,
        APPROVAL,
        LIMIT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verdict deny(String rule, String because) {
        return new Verdict(rule, Vote.DENY, false, Optional.of(because), Optional.empty());
    }

    static Verdict allow(String rule) {
        return new Verdict(rule, Vote.ALLOW, false, Optional.empty(), Optional.empty());
    }
}
