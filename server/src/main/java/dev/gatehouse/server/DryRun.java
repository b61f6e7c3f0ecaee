package dev.gatehouse.server;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.postgres.target.CatalogueReader;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.CredentialSettings;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SecretReference;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.Translation;
import dev.gatehouse.sql.analysis.Analyser;
import dev.gatehouse.sql.analysis.SessionView;
import dev.gatehouse.sql.analysis.Understanding;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.CatalogueJson;
import dev.gatehouse.sql.tree.PostgresParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides about a statement as a gateway would, and runs nothing.
public final class DryRun {
    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final String NOWHERE = "127.0.0.1";

    private final CelConditions conditions;
    private final InstantSource clock = InstantSource.system();
    private final SecretReference.Environment environment = System::getenv;

    public DryRun(CelConditions conditions) {
        this.conditions = conditions;
    }

    /// What would be decided.
    public record Explained(Decision decision, Understanding understanding, List<Column> columns) {
        public record Column(OutputColumn output, ColumnMask mask) {}
    }

    /// The catalogue to decide by: the saved one, or the target's, saved on the way if that is wished.
    ///
    /// @throws IOException with what to do when it cannot be had
    public Catalogue catalogue(Settings settings, String connection, Optional<Path> saved, Optional<Path> save)
            throws IOException {
        if (saved.isPresent()) {
            return load(saved.get());
        }
        var catalogue = read(configured(settings, connection));
        if (save.isPresent()) {
            Files.write(save.get(), CatalogueJson.write(catalogue));
        }
        return catalogue;
    }

    private static Catalogue load(Path file) throws IOException {
        try {
            return CatalogueJson.read(Files.readAllBytes(file));
        } catch (RuntimeException malformed) {
            throw new IOException(file + " is not a catalogue saved by gatehouse explain --save-catalogue", malformed);
        }
    }

    private Catalogue read(ConnectionSettings connection) throws IOException {
        var server = connection.postgres();
        var dialer = Dialers.of(connection, CONNECT_MILLISECONDS);
        try {
            return CatalogueReader.read(dialer, server.database(), credential(connection), new SecureRandom());
        } catch (IOException unreadable) {
            throw new IOException("The catalogue of " + connection.name() + " at " + dialer + " cannot be read: "
                    + unreadable.getMessage() + ". Use a saved one with --catalogue FILE.");
        }
    }

    private TargetCredential credential(ConnectionSettings connection) throws IOException {
        CredentialSettings.Form form = connection.catalogue().isPresent()
                ? connection.catalogue().get()
                : connection.credentials().getLast().form();
        if (form instanceof CredentialSettings.Form.Password(String user, SecretReference password)) {
            return TargetCredential.of(user, new String(password.read(environment)));
        }
        throw new IOException("The connection " + connection.name() + " has no user and password for its catalogue.");
    }

    /// The configured classification with what columns have inherited, where this gateway has run.
    private static Classification classification(Settings settings, Translation translation, String connection)
            throws IOException {
        return InheritedColumns.in(settings.gateway().data().resolve("store"), InheritedColumns.Learned.SILENT)
                .of(connection)
                .over(translation.classification(connection));
    }

    private static ConnectionSettings configured(Settings settings, String connection) throws IOException {
        return settings.connections().stream()
                .filter(each -> each.name().equals(connection))
                .findFirst()
                .filter(each -> each.type() == ConnectionSettings.Type.POSTGRES)
                .orElseThrow(() -> new IOException("No PostgreSQL connection is called " + connection + "; there are: "
                        + String.join(
                                ", ",
                                settings.connections().stream()
                                        .map(ConnectionSettings::name)
                                        .toList()) + "."));
    }

    public Explained explain(
            Loaded loaded, Settings settings, String connection, Principal who, Slice sql, Catalogue catalogue)
            throws IOException {
        configured(settings, connection);
        var translation = new Translation(settings, conditions);
        var rules = translation.inForce(loaded.digest(), new MaskTraces());
        var asked = rules.connection(connection).orElseThrow();
        try (var parsers = new PgParsers(1, settings.limits().statement())) {
            var understanding = new Analyser(
                            new PostgresParser(parsers, settings.limits().parseDepth()))
                    .analyse(
                            sql,
                            SessionView.fresh(who.who().id()),
                            catalogue,
                            classification(settings, translation, connection));
            var statement = new Operation.Statement(
                    sql,
                    understanding.shape().text(),
                    understanding.shape().literals(),
                    understanding.facts(),
                    understanding.outputs(),
                    Slice.EMPTY);
            var facts = new Facts(who, asked, statement, who.purpose(), clock.instant(), NOWHERE);
            var columns = new ArrayList<Explained.Column>();
            for (List<OutputColumn> answer : understanding.outputs()) {
                answer.forEach(output ->
                        columns.add(new Explained.Column(output, rules.masks().of(who, asked, output))));
            }
            return new Explained(rules.policy().decide(facts), understanding, columns);
        }
    }
}
