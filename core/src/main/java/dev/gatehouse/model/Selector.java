package dev.gatehouse.model;

import java.util.Optional;

/// One entry of `who`, `access`, `from` or `roles`: `*`, `user:ID`, `group:NAME` or `kind:WORD`, each possibly negated
/// by a leading `!`. `user:ISSUER:ID` and `group:ISSUER:NAME` name an issuer; the short form means the first one.
public sealed interface Selector {
    boolean matches(Principal principal);

    record Everyone() implements Selector {
        @Override
        public boolean matches(Principal principal) {
            return true;
        }
    }

    record User(Identity identity) implements Selector {
        @Override
        public boolean matches(Principal principal) {
            return principal.who().equals(identity);
        }
    }

    record InGroup(Group group) implements Selector {
        @Override
        public boolean matches(Principal principal) {
            return principal.groups().contains(group);
        }
    }

    record OfKind(Kind kind) implements Selector {
        @Override
        public boolean matches(Principal principal) {
            return principal.kind() == kind;
        }
    }

    record Not(Selector selector) implements Selector {
        @Override
        public boolean matches(Principal principal) {
            return !selector.matches(principal);
        }
    }

    /// The selector written as `text`, or empty when it is none.
    ///
    /// @param issuers the configured issuers' names in file order; the first one is meant by the short form
    static Optional<Selector> parse(String text, java.util.List<String> issuers) {
        if (text.startsWith("!")) {
            return parse(text.substring(1), issuers)
                    .filter(s -> !(s instanceof Not))
                    .map(Not::new);
        }
        if (text.equals("*")) {
            return Optional.of(new Everyone());
        }
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        String first = issuers.isEmpty() ? "" : issuers.getFirst();
        int second = rest.indexOf(':');
        boolean named = second > 0 && issuers.contains(rest.substring(0, second));
        String issuer = named ? rest.substring(0, second) : first;
        String name = named ? rest.substring(second + 1) : rest;
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.substring(0, colon)) {
            case "user" -> Optional.of(new User(new Identity(issuer, name)));
            case "group" -> Optional.of(new InGroup(new Group(issuer, name)));
            case "kind" -> Kind.of(rest).map(OfKind::new);
            default -> Optional.empty();
        };
    }
}
