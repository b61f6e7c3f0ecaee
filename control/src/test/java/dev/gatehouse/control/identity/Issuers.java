package dev.gatehouse.control.identity;

import dev.gatehouse.control.identity.Issuer.Assertion;
import dev.gatehouse.control.identity.Issuer.KindClaim;
import dev.gatehouse.control.identity.Issuer.OwnerClaim;
import dev.gatehouse.model.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Issuers as an operator would configure them.
final class Issuers {
    private Issuers() {}

    static Issuer corp(Assertion... mayAssert) {
        return corp(Token.ISSUER, Set.of(mayAssert));
    }

    static Issuer trusted() {
        return corp(Token.ISSUER, EnumSet.allOf(Assertion.class));
    }

    static Issuer corp(String url, Set<Assertion> mayAssert) {
        return new Issuer(
                "corp",
                url,
                "gatehouse",
                List.of("email", "sub"),
                "groups",
                new KindClaim(Optional.of("gatehouse_kind"), Kind.PERSON),
                new OwnerClaim(
                        Optional.of("gatehouse_owner"),
                        Map.of("build-bot", "ada@example.com", "loop-bot", "build-bot", "self-bot", "self-bot")),
                mayAssert,
                new KeySource.Discovery());
    }
}
