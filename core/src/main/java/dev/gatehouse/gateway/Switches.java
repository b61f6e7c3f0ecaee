package dev.gatehouse.gateway;

import dev.gatehouse.model.Principal;

/// Which connections and identities have been switched off. A port; answers from memory, at once.
public interface Switches {
    boolean connectionDisabled(String connection);

    /// Whether anybody in the principal's chain, its owner or its root has been switched off.
    boolean identityDisabled(Principal principal);
}
