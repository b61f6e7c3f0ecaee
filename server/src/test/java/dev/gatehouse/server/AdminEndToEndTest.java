package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The admin API and the commands that ask it, on a whole gateway: what they promise must happen to real clients.
@Tag("slow")
class AdminEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = "SELECT id, email, phone FROM customers WHERE id < 3";

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static GatehouseCommand.Ran as(DemoPart part, String... arguments) {
        return new GatehouseCommand(demo, part).run(arguments);
    }

    private static JsonNode minted(DemoPart part) {
        var ran = as(part, "credentials", "create", "shop", "-o", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private static Properties login(JsonNode credential) {
        var properties = demo.jdbc(DemoPart.ENGINEER);
        properties.setProperty("user", credential.get("user").asString());
        properties.setProperty("password", credential.get("secret").asString());
        return properties;
    }

    private static Connection connect(Properties login) throws SQLException {
        return DriverManager.getConnection(demo.jdbcUrl(), login);
    }

    /// Has a session wait in a statement, does something else, and gives the SQLSTATE with which the statement ended.
    private static String interrupted(Properties login, String mark, Runnable meanwhile) throws Exception {
        try (var connection = connect(login);
                var statement = connection.createStatement()) {
            var waiting =
                    new FutureTask<>(() -> state(() -> statement.execute("SELECT pg_sleep(600), '" + mark + "'")));
            Thread.ofVirtual().start(waiting);
            demo.awaitDatabase(
                    "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(600), ''" + mark + "%'");
            meanwhile.run();
            return waiting.get();
        }
    }

    private static String state(ThrowingCallable call) {
        try {
            call.call();
            return "no error";
        } catch (SQLException refused) {
            return refused.getSQLState();
        } catch (Throwable other) {
            return other.toString();
        }
    }

    private static void assertRefused(Properties login) {
        assertThatThrownBy(() -> connect(login).close())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void aMintedCredentialOpensSessionsUntilItIsRevokedWhichEndsThem() throws Exception {
        var credential = minted(DemoPart.ENGINEER);
        String id = credential.get("id").asString();
        assertThat(credential.get("host").asString()).isEqualTo("localhost");
        assertThat(credential.get("port").asInt()).isEqualTo(demo.port());

        String state = interrupted(login(credential), id, () -> {
            assertThat(as(DemoPart.LEAD, "credentials", "revoke", id).exit()).isEqualTo(1);
            assertThat(as(DemoPart.ENGINEER, "credentials", "revoke", id).exit())
                    .isZero();
        });

        assertThat(state).isEqualTo("57P01");
        assertRefused(login(credential));
        assertThat(RecordOf.gateway(demo).gatewayEvents())
                .anySatisfy(event -> assertThat(event).isInstanceOf(Event.CredentialMinted.class))
                .anySatisfy(event -> assertThat(event).isInstanceOf(Event.CredentialRevoked.class));
    }

    @Test
    void aSessionThatBeganWithTheSecretAsAPasswordEndsWithItsCredentialToo() throws Exception {
        var credential = minted(DemoPart.ENGINEER);
        String id = credential.get("id").asString();
        var login = login(credential);
        login.setProperty("user", demo.user(DemoPart.ENGINEER));

        String state = interrupted(login, id, () -> as(DemoPart.ENGINEER, "credentials", "revoke", id));

        assertThat(state).isEqualTo("57P01");
    }

    @Test
    void anIdentityThatIsSwitchedOffIsThrownOutWithWhateverItOwns() throws Exception {
        var owner = demo.user(DemoPart.ENGINEER);
        String state = interrupted(demo.jdbc(DemoPart.AGENT), "owned", () -> {
            var ran = as(DemoPart.OPERATOR, "disable", "identity", owner, "-o", "json");
            assertThat(ran.json().get("ended").asInt()).as(ran.err()).isEqualTo(1);
        });
        try {
            assertThat(state).isEqualTo("57P01");
            assertRefused(demo.jdbc(DemoPart.AGENT));
            assertRefused(demo.jdbc(DemoPart.ENGINEER));
            assertThat(as(DemoPart.ENGINEER, "sessions", "list").exit()).isEqualTo(1);
        } finally {
            assertThat(as(DemoPart.OPERATOR, "enable", "identity", owner).exit())
                    .isZero();
        }
        connect(demo.jdbc(DemoPart.AGENT)).close();
    }

    @Test
    void onlyAnOperatorSwitchesAnythingOff() {
        for (DemoPart part : new DemoPart[] {DemoPart.AGENT, DemoPart.ENGINEER, DemoPart.LEAD, DemoPart.OFFICER}) {
            var ran = as(part, "disable", "connection", "shop");
            assertThat(ran.exit()).as(part.id()).isEqualTo(1);
            assertThat(ran.err()).contains("Not allowed");
        }
    }

    @Test
    void aSessionReadsTheSameOnlineAndOfflineAndIsWhatTheClientReceived() throws Exception {
        String session = recorded(DemoPart.AGENT);
        String file = demo.configurationFile().toString();

        JsonNode online =
                as(DemoPart.OFFICER, "sessions", "show", session, "-o", "json").json();
        JsonNode offline = as(DemoPart.OFFICER, "sessions", "show", session, "-c", file, "-o", "json")
                .json();
        // Reading is itself on record, so the second look may be checked against a later checkpoint.
        assertThat(offline.path("checkpoint").asLong())
                .isGreaterThanOrEqualTo(online.path("checkpoint").asLong());
        assertThat(((ObjectNode) online).without("checkpoint")).isEqualTo(((ObjectNode) offline).without("checkpoint"));
        assertThat(online.toString())
                .contains(QUESTION)
                .contains("contact.email")
                .contains("partial");

        var played = as(DemoPart.OFFICER, "sessions", "play", session);
        assertThat(played.out()).contains(QUESTION).contains("[redacted]").contains("(SELECT 2)");

        byte[] received = RecordOf.gateway(demo).replay(Id.parse(session).orElseThrow());
        assertThat(as(DemoPart.OFFICER, "sessions", "play", session, "--raw").bytes())
                .isEqualTo(received);
        assertThat(as(DemoPart.OFFICER, "sessions", "play", session, "--raw", "-c", file)
                        .bytes())
                .isEqualTo(received);
        assertThat(RecordOf.gateway(demo).gatewayEvents())
                .anySatisfy(event -> assertThat(event).isInstanceOf(Event.AccessRead.class));
    }

    @Test
    void thePersonBehindAnAgentSeesItsSessionsAndAColleagueDoesNot() throws Exception {
        String session = recorded(DemoPart.AGENT);
        assertThat(as(DemoPart.ENGINEER, "sessions", "show", session).exit()).isZero();
        assertThat(as(DemoPart.ENGINEER, "sessions", "play", session).exit()).isEqualTo(1);
        assertThat(as(DemoPart.LEAD, "sessions", "show", session).exit()).isEqualTo(1);
        assertThat(as(DemoPart.LEAD, "sessions", "list").out()).doesNotContain(session);
    }

    @Test
    void sessionsAreFoundByWhatTheyTouched() throws Exception {
        String session = recorded(DemoPart.AGENT);
        assertThat(found("--table", "customers")).contains(session);
        assertThat(found("--category", "contact.phone")).contains(session);
        assertThat(found("--verdict", "allow", "--who", demo.user(DemoPart.ENGINEER)))
                .contains(session);
        assertThat(found("--table", "patients")).doesNotContain(session);
        assertThat(found("--who", "nobody@example.com")).doesNotContain(session);
        assertThat(found("--until", "2001-01-01T00:00:00Z")).doesNotContain(session);
    }

    private static String found(String... filter) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("sessions", "list", "--limit", "500"));
        arguments.addAll(java.util.List.of(filter));
        return as(DemoPart.OFFICER, arguments.toArray(String[]::new)).out();
    }

    @Test
    void theRecordVerifiesWhileTheGatewayRuns() throws Exception {
        recorded(DemoPart.AGENT);
        var ran = as(DemoPart.OFFICER, "verify", demo.data().toString(), "-o", "json");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.json().get("ok").asBoolean()).isTrue();
    }

    @Test
    void aMintedCredentialIsNoKeyToTheApi() {
        var credential = minted(DemoPart.OPERATOR);
        var ran = as(DemoPart.OPERATOR, "sessions", "list", "--url", demo.consoleUrl());
        assertThat(ran.exit()).isZero();
        assertThat(status(credential.get("secret").asString())).isEqualTo(401);
        assertThat(status(demo.token(DemoPart.OPERATOR))).isEqualTo(200);
    }

    private static int status(String bearer) {
        return ApiCall.get(demo, "/api/v1/whoami", bearer);
    }

    /// Asks [#QUESTION] as `part`, and waits until the session's end is on record.
    private static String recorded(DemoPart part) throws Exception {
        var ran = demo.psql(part, "-c", QUESTION);
        assertThat(ran.lines()).as(ran.err()).hasSize(2);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonNode newest = as(
                            DemoPart.OFFICER,
                            "sessions",
                            "list",
                            "--who",
                            demo.user(part),
                            "--table",
                            "customers",
                            "--limit",
                            "1",
                            "-o",
                            "json")
                    .json()
                    .get("items")
                    .get(0);
            if (newest.has("ended") && !newest.get("live").asBoolean()) {
                return newest.get("id").asString();
            }
        }
        throw new IllegalStateException("the session's end was never on record");
    }
}
