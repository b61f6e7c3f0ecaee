package dev.gatehouse.control.identity;

import dev.gatehouse.model.Id;
import java.util.Optional;

/// The user name of a login: an identity's id, perhaps followed by `/` and the name of a minted credential.
///
/// @param credential present only when what follows the last `/` is a well-formed id; then SCRAM is offered
public record LoginName(String id, Optional<Id> credential) {
    public static LoginName parse(String user) {
        int slash = user.lastIndexOf('/');
        Optional<Id> credential = slash < 0 ? Optional.empty() : Id.parse(user.substring(slash + 1));
        return credential.isPresent()
                ? new LoginName(user.substring(0, slash), credential)
                : new LoginName(user, Optional.empty());
    }

    @Override
    public String toString() {
        return credential.map(name -> id + "/" + name).orElse(id);
    }
}
