package dev.gatehouse.server;

import dev.gatehouse.gateway.Login;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.postgres.Inheritance;
import dev.gatehouse.postgres.PostgresTarget;
import dev.gatehouse.postgres.SqlUnderstanding;
import dev.gatehouse.postgres.TargetCatalogue;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.CredentialSettings;
import dev.gatehouse.server.settings.LimitsSettings;
import dev.gatehouse.server.settings.SecretReference;
import dev.gatehouse.sql.analysis.Analyser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Makes the configured PostgreSQL connections: dialers, credentials, catalogues.
///
/// @param selectors turns a configured list into one that matches
/// @param trouble tells the operator, with the connection's name
record Targets(
        Login login,
        Analyser analyser,
        Function<List<String>, Selectors> selectors,
        LimitsSettings limits,
        SecretReference.Environment environment,
        RandomGenerator random,
        dev.gatehouse.postgres.PostgresTargets.Trouble trouble) {

    /// @throws IOException when a certificate or a secret cannot be read
    PostgresTarget postgres(
            ConnectionSettings connection, Supplier<Classification> classification, Inheritance inheritance)
            throws IOException {
        var server = connection.postgres();
        var dialer = Dialers.of(connection, Math.toIntExact(limits.connect().toMillis()));
        var granted = new ArrayList<PostgresTarget.Granted>();
        for (CredentialSettings credential : connection.credentials()) {
            granted.add(new PostgresTarget.Granted(selectors.apply(credential.who()), login(credential.form())));
        }
        var own = connection.catalogue().isPresent()
                ? login(connection.catalogue().get())
                : granted.getLast().credential();
        var catalogue = new TargetCatalogue(connection.name(), dialer, server.database(), own, login, random);
        var understanding = new SqlUnderstanding(
                analyser, catalogue, classification, inheritance, reason -> trouble.with(connection.name(), reason));
        var preview = connection.previewCredential().isPresent()
                ? Optional.of(login(connection.previewCredential().get()))
                : Optional.<TargetCredential>empty();
        return new PostgresTarget(
                connection.name(),
                dialer,
                server.database(),
                granted,
                own,
                preview,
                understanding,
                connection.notice());
    }

    private TargetCredential login(CredentialSettings.Form form) throws IOException {
        if (form instanceof CredentialSettings.Form.Password(String user, SecretReference password)) {
            return TargetCredential.of(user, new String(password.read(environment)));
        }
        throw new IllegalStateException("a PostgreSQL credential that is no password was not refused by the check");
    }
}
