package dev.gatehouse.control.admin.ports;

import dev.gatehouse.control.admin.Role;
import dev.gatehouse.model.Principal;
import java.util.Set;

/// What the configuration lets somebody do besides connecting.
@FunctionalInterface
public interface Roles {
    /// The roles of `principal`; [Role#MEMBER] goes without saying.
    Set<Role> of(Principal principal);
}
