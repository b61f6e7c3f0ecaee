package dev.gatehouse.control.identity;

import dev.gatehouse.model.Group;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Principals as tokens would give them.
final class Principals {
    static final Identity ADA = new Identity("corp", "ada@example.com");
    static final Identity BOT = new Identity("corp", "bot");

    private Principals() {}

    static Principal ada(Instant now) {
        return new Principal(
                ADA,
                Kind.PERSON,
                Set.of(new Group("corp", "engineering"), new Group("corp", "leads")),
                List.of(ADA),
                ADA,
                Optional.empty(),
                now.minusSeconds(60),
                now.plusSeconds(8 * 3600),
                Optional.empty());
    }

    static Principal botOfAda(Instant now) {
        return new Principal(
                BOT,
                Kind.AGENT,
                Set.of(),
                List.of(BOT, ADA),
                ADA,
                Optional.of(ADA),
                now,
                now.plusSeconds(300),
                Optional.of("support"));
    }
}
