package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;
import java.util.Optional;

/// What a client says about itself before it proves anything.
///
/// @param user an identity's id, possibly followed by `/` and a minted credential's id; where the client names nobody
///     ([Prompt#named]), a digest of what it shows, so that failures are counted
/// @param connection the name of the connection asked for
/// @param purpose the stated purpose
/// @param client the protocol's own name for the client program, for the record
/// @param source the client's address without port
/// @param encrypted whether a password may be sent
public record LoginRequest(
        String user,
        String connection,
        Optional<String> purpose,
        Optional<String> client,
        String source,
        boolean encrypted) {

    /// The minted credential, where a well-formed id follows the last `/`.
    public Optional<Prompt.Credential> credential() {
        int slash = user.lastIndexOf('/');
        return slash < 1
                ? Optional.empty()
                : Id.parse(user.substring(slash + 1)).map(id -> new Prompt.Credential(user.substring(0, slash), id));
    }
}
