package dev.gatehouse.control.admin;

import java.util.Set;

/// Who may use an endpoint.
public sealed interface Access {
    /// Everybody, without a token.
    record Anonymous() implements Access {}

    /// Whoever has the role.
    record Only(Role role) implements Access {}

    /// Whoever has one of the roles.
    record AnyOf(Set<Role> roles) implements Access {
        public AnyOf {
            roles = Set.copyOf(roles);
        }
    }

    /// Whoever has the role; others for what is their own.
    record OwnOr(Role role) implements Access {}

    /// Whether somebody with these roles reaches the handler at all.
    default boolean admits(Set<Role> roles) {
        return switch (this) {
            case Anonymous _ -> true;
            case Only(Role role) -> roles.contains(role);
            case AnyOf(Set<Role> any) -> any.stream().anyMatch(roles::contains);
            case OwnOr _ -> true;
        };
    }

    /// Whether somebody with these roles may see and touch what belongs to others.
    default boolean everything(Set<Role> roles) {
        return switch (this) {
            case Anonymous _ -> false;
            case Only _, AnyOf _ -> false;
            case OwnOr(Role role) -> roles.contains(role);
        };
    }
}
