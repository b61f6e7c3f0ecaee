package dev.gatehouse.server.live;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.CatalogueReader;
import dev.gatehouse.postgres.target.SimpleQuery;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.postgres.target.TargetLogin;
import dev.gatehouse.postgres.target.TargetLoginResult;
import dev.gatehouse.postgres.target.TargetSession;
import dev.gatehouse.server.Dialers;
import dev.gatehouse.server.command.LiveCheck;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.CredentialSettings;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SecretReference;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.Translation;
import dev.gatehouse.server.settings.keys.HostPort;
import dev.gatehouse.server.settings.yaml.Finding;
import dev.gatehouse.server.settings.yaml.Finding.Severity;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Place;
import dev.gatehouse.sql.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Looks at each PostgreSQL target: can it be reached as configured, is a credential more powerful than it needs to be
/// or used by somebody else as well, and which columns look personal though nobody classified them.
public final class LiveTargets implements LiveCheck {
    private static final int MILLISECONDS = 10_000;
    private static final int MOST_NAMED = 20;

    private final CelConditions conditions;
    private final SecureRandom random = new SecureRandom();
    private final SecretReference.Environment environment = System::getenv;

    public LiveTargets(CelConditions conditions) {
        this.conditions = conditions;
    }

    @Override
    public List<Finding> check(Settings settings, Loaded from) {
        var findings = new ArrayList<Finding>();
        var translation = new Translation(settings, conditions);
        for (ConnectionSettings connection : settings.connections()) {
            if (connection.type() == ConnectionSettings.Type.POSTGRES) {
                Place place = place(from, connection.name());
                Consumer<Remark> say = remark -> findings.add(new Finding(
                        remark.severity(), place, connection.name() + ": " + remark.words(), Optional.empty()));
                look(connection, translation, say);
            }
        }
        return findings;
    }

    private record Remark(Severity severity, String words) {
        static Remark mistake(String words) {
            return new Remark(Severity.MISTAKE, words);
        }

        static Remark warning(String words) {
            return new Remark(Severity.WARNING, words);
        }
    }

    private void look(ConnectionSettings connection, Translation translation, Consumer<Remark> say) {
        var server = connection.postgres();
        if (connection.tls().mode() != ClientTls.Mode.VERIFY_FULL
                && !server.addresses().stream().allMatch(HostPort::loopback)) {
            say.accept(Remark.warning("tls.mode is " + connection.tls().mode()
                    + ": somebody between gateway and target could pose as the target; use verify-full"));
        }
        try {
            var dialer = Dialers.of(connection, MILLISECONDS);
            for (Dialer address : dialer.each()) {
                address(address, say);
            }
            for (CredentialSettings.Form.Password login : logins(connection)) {
                credential(dialer, server.database(), login, say);
            }
            columns(dialer, connection, translation, say);
        } catch (IOException unreachable) {
            say.accept(Remark.mistake("the target cannot be used: " + unreachable.getMessage()));
        }
    }

    private static void address(Dialer address, Consumer<Remark> say) {
        try {
            address.dial().close();
        } catch (IOException unreachable) {
            say.accept(Remark.mistake("the target " + address + " cannot be reached: " + unreachable.getMessage()));
        }
    }

    /// Every user once, the catalogue's included.
    private static Set<CredentialSettings.Form.Password> logins(ConnectionSettings connection) {
        var logins = new LinkedHashSet<CredentialSettings.Form.Password>();
        for (CredentialSettings credential : connection.credentials()) {
            if (credential.form() instanceof CredentialSettings.Form.Password password) {
                logins.add(password);
            }
        }
        connection.catalogue().ifPresent(logins::add);
        return logins;
    }

    private TargetCredential credential(CredentialSettings.Form.Password login) throws IOException {
        return TargetCredential.of(login.user(), new String(login.password().read(environment)));
    }

    private void credential(
            Dialer dialer, String database, CredentialSettings.Form.Password login, Consumer<Remark> say) {
        try {
            var result = new TargetLogin(dialer, random, MILLISECONDS)
                    .connect(credential(login), database, Map.of("application_name", "gatehouse check"));
            switch (result) {
                case TargetLoginResult.LoginFailed failed ->
                    say.accept(Remark.mistake("the user " + login.user() + " cannot log in: " + failed.operatorText()));
                case TargetLoginResult.LoggedIn(TargetSession session) -> {
                    try (var wire = session.wire()) {
                        var power = new CredentialPower(new SimpleQuery(wire, session.pending(), 1000, 1 << 20));
                        power.remarks()
                                .forEach(words -> say.accept(Remark.warning("the user " + login.user() + " " + words)));
                    }
                }
            }
        } catch (IOException unusable) {
            say.accept(Remark.mistake("the user " + login.user() + ": " + unusable.getMessage()));
        }
    }

    private void columns(Dialer dialer, ConnectionSettings connection, Translation translation, Consumer<Remark> say)
            throws IOException {
        var login = connection
                .catalogue()
                .orElseGet(() -> List.copyOf(logins(connection)).getLast());
        Catalogue catalogue = CatalogueReader.read(dialer, connection.postgres().database(), credential(login), random);
        var suspicious = new PersonalNames(catalogue, translation.classification(connection.name())).unclassified();
        suspicious.stream()
                .limit(MOST_NAMED)
                .forEach(column -> say.accept(Remark.warning("the column " + column
                        + " looks personal and nobody classified it; say under data: what it holds, or none")));
        if (suspicious.size() > MOST_NAMED) {
            say.accept(Remark.warning("and " + (suspicious.size() - MOST_NAMED) + " more columns look personal"));
        }
    }

    /// Where the connection is written, for the editor to jump to.
    private static Place place(Loaded from, String connection) {
        return from.source().root().at("connections").map(Node::items).orElse(List.of()).stream()
                .filter(item -> item.at("name").flatMap(Node::asText).equals(Optional.of(connection)))
                .map(Node::place)
                .findFirst()
                .orElseGet(() -> Place.startOf(
                        from.source().files().isEmpty()
                                ? Path.of("")
                                : from.source().files().getFirst()));
    }
}
