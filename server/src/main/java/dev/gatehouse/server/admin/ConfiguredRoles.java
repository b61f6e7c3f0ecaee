package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.Role;
import dev.gatehouse.control.admin.ports.Roles;
import dev.gatehouse.model.Principal;
import java.util.EnumSet;
import java.util.Set;

/// The roles that the configuration in force gives. A reload replaces all of them. Thread-safe.
public final class ConfiguredRoles implements Roles {
    private volatile dev.gatehouse.server.settings.Roles inForce;

    public ConfiguredRoles(dev.gatehouse.server.settings.Roles first) {
        inForce = first;
    }

    public void replace(dev.gatehouse.server.settings.Roles next) {
        inForce = next;
    }

    @Override
    public Set<Role> of(Principal principal) {
        var now = inForce;
        var roles = EnumSet.of(Role.MEMBER);
        if (now.operator().matches(principal)) {
            roles.add(Role.OPERATOR);
        }
        if (now.auditor().matches(principal)) {
            roles.add(Role.AUDITOR);
        }
        if (now.approver().matches(principal)) {
            roles.add(Role.APPROVER);
        }
        return roles;
    }
}
