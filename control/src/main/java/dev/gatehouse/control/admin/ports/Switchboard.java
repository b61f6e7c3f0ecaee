package dev.gatehouse.control.admin.ports;

import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;

/// Turns connections and identities off and on again; in force at once and after a restart.
public interface Switchboard {
    /// Doing so again changes nothing.
    ///
    /// @param by who wants it, for people to read
    void disable(Switch what, String by, String because);

    void enable(Switch what);

    boolean disabled(Switch what);

    /// What can be turned off.
    sealed interface Switch {
        record OfConnection(String name) implements Switch {}

        record OfIdentity(Identity identity) implements Switch {}

        /// `connection` or `identity`.
        default String what() {
            return switch (this) {
                case OfConnection _ -> "connection";
                case OfIdentity _ -> "identity";
            };
        }

        default String name() {
            return switch (this) {
                case OfConnection(String name) -> name;
                case OfIdentity(Identity identity) -> identity.toString();
            };
        }

        /// Whether turning this off ends a session of `principal` on `connection`: an identity's switch also stops
        /// whoever acts for it and whatever it owns.
        default boolean stops(Principal principal, String connection) {
            return switch (this) {
                case OfConnection(String name) -> name.equals(connection);
                case OfIdentity(Identity identity) ->
                    principal.chain().contains(identity)
                            || principal.root().equals(identity)
                            || principal.owner().filter(identity::equals).isPresent();
            };
        }
    }
}
