package dev.gatehouse.server;

import dev.gatehouse.http.mask.Field;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.target.Shown;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.secret.Secret;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.CredentialSettings;
import dev.gatehouse.server.settings.HttpAddress;
import dev.gatehouse.server.settings.LimitsSettings;
import dev.gatehouse.server.settings.SecretReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes the configured HTTP connections: dialers and credentials.
///
/// @param selectors turns a configured list into one that matches
record HttpTargets(
        Function<List<String>, Selectors> selectors, LimitsSettings limits, SecretReference.Environment environment) {

    /// @throws IOException when a certificate or a secret cannot be read
    HttpTarget http(ConnectionSettings connection, Supplier<List<Field>> fields) throws IOException {
        var address = connection.http();
        var granted = new ArrayList<HttpTarget.Granted>();
        for (CredentialSettings credential : connection.credentials()) {
            granted.add(new HttpTarget.Granted(
                    selectors.apply(credential.who()), shown(credential.form(), connection, address)));
        }
        return new HttpTarget(
                connection.name(),
                connection.host(),
                address.authority(),
                address.base(),
                dialer(
                        address,
                        PemFiles.client(
                                mode(connection, address), connection.tls().ca())),
                granted,
                fields);
    }

    /// The URL says whether TLS is spoken at all, `tls.mode` how much of it is checked.
    private static ClientTls.Mode mode(ConnectionSettings connection, HttpAddress address) {
        return address.encrypted() ? connection.tls().mode() : ClientTls.Mode.DISABLE;
    }

    private Dialer dialer(HttpAddress address, ClientTls tls) {
        return new Dialer(
                address.address().host(),
                address.address().port(),
                tls,
                Math.toIntExact(limits.connect().toMillis()));
    }

    private Shown shown(CredentialSettings.Form form, ConnectionSettings connection, HttpAddress address)
            throws IOException {
        return switch (form) {
            case CredentialSettings.Form.Bearer(SecretReference token) -> Shown.bearer(text(token));
            case CredentialSettings.Form.Basic(String user, SecretReference password) ->
                Shown.basic(user, text(password));
            case CredentialSettings.Form.Header(String name, SecretReference value) ->
                new Shown.InHeader(name, Secret.utf8(text(value)));
            case CredentialSettings.Form.Certificate(Path certificate, Path key) ->
                new Shown.InHandshake(dialer(
                        address,
                        PemFiles.client(
                                mode(connection, address),
                                connection.tls().ca(),
                                Optional.of(certificate),
                                Optional.of(key))));
            case CredentialSettings.Form.Password _ ->
                throw new IllegalStateException("an HTTP credential that is a password was not refused by the check");
        };
    }

    /// A line break in a secret would end its header.
    private String text(SecretReference reference) throws IOException {
        char[] secret = reference.read(environment);
        try {
            var text = new String(secret);
            if (text.chars().anyMatch(c -> c < ' ' || c == 127)) {
                throw new IOException("a secret of an HTTP connection holds a line break or another control character");
            }
            return text;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
