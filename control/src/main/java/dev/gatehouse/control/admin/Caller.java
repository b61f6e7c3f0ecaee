package dev.gatehouse.control.admin;

import dev.gatehouse.control.admin.ports.Records;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import java.util.Optional;
import java.util.Set;

/// Who calls an endpoint, after the table has let them in.
///
/// @param everything whether what belongs to others is theirs to see and touch here
record Caller(Principal principal, Set<Role> roles, boolean everything) {
    Caller {
        roles = Set.copyOf(roles);
    }

    /// Whether something of `who`, with the person `root` behind, is the caller's own. A person also owns what their
    /// agents did; an agent never sees what its owner did.
    boolean owns(String who, String root) {
        return who.equals(principal.who().toString())
                || (principal.kind() == Kind.PERSON
                        && root.equals(principal.who().toString()));
    }

    /// The sessions that the caller may see.
    Records.Visible visible() {
        return new Records.Visible(
                everything ? Optional.empty() : Optional.of(principal.who().toString()),
                session -> may(session.who(), session.root()));
    }

    boolean may(Identity who, Identity root) {
        return everything || owns(who.toString(), root.toString());
    }

    boolean may(String who, String root) {
        return everything || owns(who, root);
    }
}
