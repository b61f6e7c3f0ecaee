package dev.gatehouse.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Principals that tests of several packages ask as.
public final class People {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final Instant EVENING = Instant.parse("2026-11-20T20:00:00Z");

    private People() {}

    /// A person of the group `engineering` at the issuer `corp`.
    public static Principal ada() {
        return person("ada@example.com", "engineering");
    }

    public static Principal person(String id, String... groups) {
        var who = new Identity("corp", id);
        return principal(who, Kind.PERSON, who, Optional.empty(), groups);
    }

    /// An agent that Ada answers for.
    public static Principal agent() {
        var owner = new Identity("corp", "ada@example.com");
        return principal(new Identity("corp", "agent-7"), Kind.AGENT, owner, Optional.of(owner));
    }

    private static Principal principal(
            Identity who, Kind kind, Identity root, Optional<Identity> owner, String... groups) {
        var belongsTo = Set.copyOf(
                List.of(groups).stream().map(name -> new Group("corp", name)).toList());
        return new Principal(who, kind, belongsTo, List.of(who), root, owner, NOON, EVENING, Optional.empty());
    }
}
