package dev.gatehouse.model;

import java.util.List;

/// A list of selectors. It matches when at least one positive entry does (or none is written) and no negated entry
/// refuses. A list that was not written at all is [#NOBODY].
public record Selectors(List<Selector> entries) {
    public static final Selectors EVERYONE = new Selectors(List.of(new Selector.Everyone()));
    public static final Selectors NOBODY = new Selectors(List.of(new Selector.Not(new Selector.Everyone())));

    public Selectors {
        entries = List.copyOf(entries);
    }

    public boolean matches(Principal principal) {
        boolean anyPositive = false;
        boolean positiveMatched = false;
        for (Selector entry : entries) {
            if (entry instanceof Selector.Not) {
                if (!entry.matches(principal)) {
                    return false;
                }
            } else {
                anyPositive = true;
                positiveMatched |= entry.matches(principal);
            }
        }
        return positiveMatched || !anyPositive;
    }
}
