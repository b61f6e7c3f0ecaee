package dev.gatehouse.control.admin;

import dev.gatehouse.model.Selector;
import dev.gatehouse.model.Selectors;
import java.util.List;

/// Writes selectors as the configuration does: the first issuer goes without saying.
///
/// @param issuers the configured ones, in file order
record SelectorWords(List<String> issuers) {
    SelectorWords {
        issuers = List.copyOf(issuers);
    }

    List<String> of(Selectors selectors) {
        return selectors.equals(Selectors.NOBODY)
                ? List.of()
                : selectors.entries().stream().map(this::of).toList();
    }

    private String of(Selector selector) {
        return switch (selector) {
            case Selector.Everyone() -> "*";
            case Selector.User(var identity) -> "user:" + issuer(identity.issuer()) + identity.id();
            case Selector.InGroup(var group) -> "group:" + issuer(group.issuer()) + group.name();
            case Selector.OfKind(var kind) -> "kind:" + kind.word();
            case Selector.Not(var refused) -> "!" + of(refused);
        };
    }

    private String issuer(String name) {
        return !issuers.isEmpty() && issuers.getFirst().equals(name) ? "" : name + ":";
    }
}
