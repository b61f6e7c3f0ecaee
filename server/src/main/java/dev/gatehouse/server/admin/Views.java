package dev.gatehouse.server.admin;

import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Principal;
import java.util.Optional;
import java.util.function.Supplier;

/// Who sees what of recorded answers, under the masks in force when they look. Safe for many threads.
public final class Views {
    private record Masks(CurrentRules rules, Supplier<Masker> maskers, Detectors detectors) {}

    private final Optional<Masks> masks;

    private Views(Optional<Masks> masks) {
        this.masks = masks;
    }

    /// Those of people with masks of their own.
    ///
    /// @param maskers with the key of clients' masks, so that a pseudonym is the same wherever it is seen
    public static Views under(CurrentRules rules, Supplier<Masker> maskers, Detectors detectors) {
        return new Views(Optional.of(new Masks(rules, maskers, detectors)));
    }

    /// Those of whoever holds the gateway's keys: from them nothing can be hidden.
    public static Views ofEverything() {
        return new Views(Optional.empty());
    }

    /// @param connection of the session that is looked at
    View of(Principal viewer, String connection) {
        return masks.map(known -> of(known, viewer, connection)).orElse(View.EVERYTHING);
    }

    private static View of(Masks masks, Principal viewer, String connection) {
        var inForce = masks.rules().get();
        return new OwnMasks(
                viewer,
                inForce.connection(connection),
                inForce.masks(),
                masks.maskers().get(),
                masks.detectors().scanner());
    }
}
