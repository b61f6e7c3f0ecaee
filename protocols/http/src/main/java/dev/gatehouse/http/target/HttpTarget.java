package dev.gatehouse.http.target;

import dev.gatehouse.http.mask.Field;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.net.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A connection's server: where it is, and what each principal's requests carry so that it lets them in.
///
/// @param host a name by which clients may call the connection, if one is configured
/// @param authority of the `Host` header, and of URLs that the target writes
/// @param base what every path begins with there, without a slash at its end; often empty
/// @param dialer makes wires to it
/// @param credentials in file order; the first that matches is used
/// @param fields what its answers hold, under the rules in force
public record HttpTarget(
        String connection,
        Optional<String> host,
        String authority,
        String base,
        Dialer dialer,
        List<Granted> credentials,
        Supplier<List<Field>> fields) {
    public HttpTarget {
        credentials = List.copyOf(credentials);
    }

    public record Granted(Selectors who, Shown shown) {}

    /// What is shown for this principal; empty when no credential is meant for them.
    public Optional<Shown> shown(Principal principal) {
        return credentials.stream()
                .filter(granted -> granted.who().matches(principal))
                .map(Granted::shown)
                .findFirst();
    }

    /// The header that carries the credential, if one does.
    public static Optional<Header> header(Shown shown) {
        return switch (shown) {
            case Shown.InHeader header -> Optional.of(header.header());
            case Shown.InHandshake _ -> Optional.empty();
        };
    }

    /// A new wire, encrypted as configured.
    ///
    /// @param milliseconds how long it may be silent, also during the handshake
    public Wire dial(Shown shown, int milliseconds) throws IOException {
        var by = switch (shown) {
            case Shown.InHeader _ -> dialer;
            case Shown.InHandshake(Dialer own) -> own;
        };
        var wire = by.dial();
        try {
            wire.timeout(milliseconds);
            return by.wantsTls() ? by.encrypt(wire).wire() : wire;
        } catch (IOException refused) {
            wire.close();
            throw refused;
        }
    }
}
