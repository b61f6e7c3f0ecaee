package dev.gatehouse.http.target;

import dev.gatehouse.http.wire.Header;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What the gateway shows a target so that it is let in.
public sealed interface Shown {
    /// A header whose value is secret, such as `Authorization`. Its text says the name only.
    record InHeader(String name, Secret value) implements Shown {
        Header header() {
            return new Header(name, value.reveal());
        }
    }

    /// A client certificate: shown by a dialer of its own.
    record InHandshake(Dialer dialer) implements Shown {}

    /// RFC 6750 section 2.1.
    static Shown bearer(String token) {
        return new InHeader("Authorization", Secret.utf8("Bearer " + token));
    }

    /// RFC 7617 section 2.
    static Shown basic(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new InHeader(
                "Authorization", Secret.utf8("Basic " + Base64.getEncoder().encodeToString(pair)));
    }
}
