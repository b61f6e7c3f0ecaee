package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.detection.CustomDetector;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Kind;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.server.settings.keys.HostPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Defaults and full mapping of each settings record.
class SettingsTest {
    @TempDir
    Path directory;

    private Settings least = settings("");
    private Settings full = settings("");

    @BeforeEach
    void load() throws IOException {
        least = Example.load(directory, Example.MINIMAL).settings().orElseThrow();
        full = Example.load(directory, Example.full()).settings().orElseThrow();
    }

    private static Settings settings(String nothing) {
        return new Settings(
                new GatewaySettings(nothing, Path.of(nothing), Path.of(nothing), GatewaySettings.Log.TEXT),
                new ListenersSettings(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RetentionSettings(Period.ZERO, Period.ZERO, Period.ZERO),
                new SessionSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, SessionSettings.Watch.OFF),
                new RecordingSettings(RecordingSettings.Sync.GROUP, RecordForm.MASKED),
                new RoleSettings(List.of(), List.of(), List.of()),
                new LimitsSettings(
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        0),
                List.of(),
                Duration.ZERO,
                new NotificationSettings(List.of(), List.of()),
                Optional.empty());
    }

    private Path path(String name) {
        return directory.resolve(name);
    }

    @Test
    void pathsAreAbsoluteAndRelativeToTheFile() {
        assertThat(full.gateway())
                .isEqualTo(new GatewaySettings("eu-2", path("data"), path("secret"), GatewaySettings.Log.JSON));
    }

    @Test
    void listenersThatAreNotWrittenDoNotListen() {
        assertThat(least.listeners())
                .isEqualTo(new ListenersSettings(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void listenersAreRead() {
        assertThat(full.listeners())
                .isEqualTo(new ListenersSettings(
                        listener("127.0.0.1", 0, "a"), listener("::1", 8443, "b"), listener("0.0.0.0", 8444, "c")));
    }

    private Optional<ListenerSettings> listener(String host, int port, String name) {
        var pair = new ListenerSettings.Pair(path(name + ".crt"), path(name + ".key"));
        return Optional.of(new ListenerSettings(new HostPort(host, port), Optional.of(pair), List.of()));
    }

    @Test
    void anIssuerHasDefaults() {
        assertThat(least.identity().getFirst())
                .isEqualTo(new OidcSettings(
                        "corp",
                        URI.create("https://idp.example.com"),
                        Optional.empty(),
                        "gatehouse",
                        List.of("sub"),
                        "groups",
                        new OidcSettings.KindClaim(Optional.empty(), Kind.PERSON),
                        new OidcSettings.OwnerClaim(Optional.empty(), Map.of()),
                        Set.of()));
    }

    @Test
    void anIssuerIsRead() {
        assertThat(full.identity())
                .containsExactly(new OidcSettings(
                        "corp",
                        URI.create("https://idp.example.com/realms/eng"),
                        Optional.of(path("jwks.json")),
                        "gatehouse",
                        List.of("email", "sub"),
                        "roles",
                        new OidcSettings.KindClaim(Optional.of("gatehouse_kind"), Kind.SERVICE),
                        new OidcSettings.OwnerClaim(
                                Optional.of("gatehouse_owner"), Map.of("build-bot", "ada@example.com")),
                        Set.of(OidcSettings.Assertion.ACT, OidcSettings.Assertion.KIND)));
    }

    @Test
    void aConnectionHasDefaults() {
        var shop = least.connections().getFirst();
        assertThat(shop)
                .isEqualTo(new ConnectionSettings(
                        "shop",
                        ConnectionSettings.Type.POSTGRES,
                        "localhost:5432/shop",
                        Optional.empty(),
                        Map.of("stage", "test"),
                        new TargetTlsSettings(
                                ClientTls.Mode.VERIFY_FULL, Optional.empty(), Optional.empty(), Optional.empty()),
                        List.of(new CredentialSettings(List.of("*"), password("u", "SHOP_PASSWORD"))),
                        Optional.empty(),
                        List.of("*"),
                        Connection.Unclassified.MASK,
                        Connection.Predicates.EQUALITY,
                        ConnectionSettings.PurposeNeed.OPTIONAL,
                        ConnectionSettings.Preview.COUNT,
                        Optional.empty(),
                        Optional.empty(),
                        true));
        assertThat(shop.postgres()).isEqualTo(new PostgresTarget(List.of(new HostPort("localhost", 5432)), "shop"));
    }

    private static CredentialSettings.Form.Password password(String user, String variable) {
        return new CredentialSettings.Form.Password(user, new SecretReference.InEnvironment(variable));
    }

    @Test
    void aConnectionIsRead() {
        assertThat(full.connections().getFirst())
                .isEqualTo(new ConnectionSettings(
                        "shop",
                        ConnectionSettings.Type.POSTGRES,
                        "127.0.0.1:5432/shop",
                        Optional.empty(),
                        Map.of("stage", "production"),
                        new TargetTlsSettings(
                                ClientTls.Mode.DISABLE,
                                Optional.of(path("ca.pem")),
                                Optional.empty(),
                                Optional.empty()),
                        List.of(
                                new CredentialSettings(
                                        List.of("kind:agent", "!user:eve"),
                                        new CredentialSettings.Form.Password(
                                                "agent", new SecretReference.InFile(path("agent.secret")))),
                                new CredentialSettings(List.of("*"), password("people", "PEOPLE"))),
                        Optional.of(password("catalogue", "CATALOGUE")),
                        List.of("group:engineering"),
                        Connection.Unclassified.SCAN,
                        Connection.Predicates.REFUSE,
                        ConnectionSettings.PurposeNeed.REQUIRED,
                        ConnectionSettings.Preview.EXECUTE,
                        Optional.of(password("preview", "PREVIEW")),
                        Optional.of(RecordForm.MASKED),
                        false));
    }

    @Test
    void everyFormOfCredentialIsRead() {
        assertThat(full.connections().subList(1, 5))
                .extracting(connection -> connection.credentials().getFirst().form())
                .containsExactly(
                        new CredentialSettings.Form.Bearer(new SecretReference.InEnvironment("A")),
                        new CredentialSettings.Form.Basic("u", new SecretReference.InEnvironment("B")),
                        new CredentialSettings.Form.Header("X-Key", new SecretReference.InFile(path("k"))),
                        new CredentialSettings.Form.Certificate(path("k.crt"), path("k.key")));
    }

    @Test
    void aDetectorOfOnesOwnIsRead() {
        DetectorSettings own = full.detectors().getFirst();
        assertThat(own.detector().category()).isEqualTo(new Category("other"));
        assertThat(own.context()).containsExactly("employee");
        assertThat(own.checksum()).contains(CustomDetector.Checksum.LUHN);
        assertThat(own.pattern().matches("E-123456")).isTrue();
    }

    @Test
    void retentionIsReadAndHasDefaults() {
        assertThat(least.retention())
                .isEqualTo(new RetentionSettings(Period.ofDays(90), Period.ofMonths(12), Period.ofDays(90)));
        assertThat(full.retention())
                .isEqualTo(new RetentionSettings(Period.ofDays(30), Period.ofYears(2), Period.ofWeeks(6)));
    }

    @Test
    void sessionsAreReadAndHaveDefaults() {
        assertThat(least.session())
                .isEqualTo(new SessionSettings(
                        Duration.ofHours(8), Duration.ofHours(12), Duration.ofSeconds(30), SessionSettings.Watch.OFF));
        assertThat(full.session())
                .isEqualTo(new SessionSettings(
                        Duration.ofHours(1),
                        Duration.ofMinutes(90),
                        Duration.ofSeconds(11),
                        SessionSettings.Watch.OFF));
    }

    @Test
    void recordingIsReadAndHasDefaults() {
        assertThat(least.recording()).isEqualTo(new RecordingSettings(RecordingSettings.Sync.GROUP, RecordForm.MASKED));
        assertThat(full.recording()).isEqualTo(new RecordingSettings(RecordingSettings.Sync.ALWAYS, RecordForm.MASKED));
    }

    @Test
    void rolesAreNobodysUnlessWritten() {
        assertThat(least.roles()).isEqualTo(new RoleSettings(List.of(), List.of(), List.of()));
        assertThat(full.roles())
                .isEqualTo(new RoleSettings(
                        List.of("group:platform"), List.of("group:audit"), List.of("*", "!kind:agent")));
    }

    @Test
    void limitsAreReadAndHaveDefaults() {
        assertThat(least.limits())
                .isEqualTo(new LimitsSettings(
                        64 << 20,
                        64 << 20,
                        256 << 20,
                        1 << 20,
                        1000,
                        4096,
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(5),
                        20,
                        5_000_000,
                        10L << 30,
                        1000,
                        100,
                        200,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10),
                        20));
        assertThat(full.limits())
                .isEqualTo(new LimitsSettings(
                        1 << 20,
                        2 << 20,
                        15 << 20,
                        3 << 10,
                        4,
                        5,
                        Duration.ofMinutes(6),
                        Duration.ofSeconds(7),
                        8,
                        16,
                        9L << 30,
                        10,
                        11,
                        17,
                        Duration.ofSeconds(12),
                        Duration.ofMillis(500),
                        14));
    }

    @Test
    void categoriesAndSignInAgeAreRead() {
        assertThat(least.categories()).isEmpty();
        assertThat(least.signInAge()).isEqualTo(Duration.ofHours(12));
        assertThat(full.categories()).containsExactly("loyalty.number", "loyalty.tier");
        assertThat(full.signInAge()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void webhooksAreReadAndNobodyIsToldUnlessWritten() {
        assertThat(least.notifications().webhooks()).isEmpty();
        assertThat(full.notifications().webhooks())
                .containsExactly(
                        new NotificationSettings.Webhook(
                                "ops",
                                new NotificationSettings.Target.Kept(new SecretReference.InEnvironment("HOOK_URL")),
                                NotificationSettings.Format.SLACK,
                                Optional.of(new SecretReference.InEnvironment("HOOK")),
                                List.of(NotificationSettings.Told.PENDING, NotificationSettings.Told.DENIED),
                                true,
                                true),
                        new NotificationSettings.Webhook(
                                "own",
                                new NotificationSettings.Target.Open(
                                        java.net.URI.create("https://hooks.example.com/gatehouse")),
                                NotificationSettings.Format.JSON,
                                Optional.empty(),
                                List.of(NotificationSettings.Told.PENDING),
                                false,
                                false));
    }

    @Test
    void mailIsReadAndNobodyIsToldUnlessWritten() {
        assertThat(least.notifications().mail()).isEmpty();
        var mail = full.notifications().mail().getFirst();
        assertThat(mail.name()).isEqualTo("leads");
        assertThat(mail.server()).hasToString("mail.example.com:465");
        assertThat(mail.encryption()).isEqualTo(NotificationSettings.Encryption.IMPLICIT);
        assertThat(mail.ca()).get().matches(path -> path.endsWith("ca.pem"));
        assertThat(mail.user()).contains("gatehouse");
        assertThat(mail.password()).contains(new SecretReference.InEnvironment("MAIL"));
        assertThat(mail.from()).isEqualTo("gatehouse@example.com");
        assertThat(mail.to()).containsExactly("leads@example.com");
        assertThat(mail.events()).containsExactly(NotificationSettings.Told.PENDING, NotificationSettings.Told.DENIED);
        assertThat(mail.statement()).isTrue();
    }
}
