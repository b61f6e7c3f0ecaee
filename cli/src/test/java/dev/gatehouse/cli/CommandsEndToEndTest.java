package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.client.SignIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsEndToEndTest {
    private static final String SESSION = ServedGateway.SESSION.toString();

    @TempDir
    Path home;

    private final ServedGateway gateway = new ServedGateway(Optional.empty());
    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void signInAsAda() {
        terminal = new Terminal(home);
        terminal.environment.put("GATEHOUSE_URL", "http://127.0.0.1:" + gateway.port());
        terminal.environment.put("GATEHOUSE_TOKEN", "ada");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void as(String token) {
        terminal.environment.put("GATEHOUSE_TOKEN", token);
    }

    @Test
    void loginKeepsATokenThatOnlyItsOwnerCanRead() throws IOException {
        terminal.environment.clear();
        terminal.environment.put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
        terminal.input = "  olga\n";

        int exit = terminal.run("login", "--url", "http://127.0.0.1:" + gateway.port() + "/");

        Path kept = home.resolve("xdg/gatehouse/login.json");
        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("as olga (person; member, operator)");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(terminal.run("credentials", "list", "-o", "json")).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).isEqualTo("[]\n");
    }

    @Test
    void aTokenThatTheGatewayRefusesIsNotKept() {
        terminal.environment.remove("GATEHOUSE_TOKEN");
        terminal.input = "bad";

        assertThat(terminal.run("login")).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("r-42");
        assertThat(home.resolve(".config/gatehouse/login.json")).doesNotExist();
    }

    @Test
    void aKeptTokenGoesToNoOtherGateway() {
        terminal.environment.clear();
        terminal.input = "ada";
        terminal.run("login", "--url", "http://127.0.0.1:" + gateway.port());

        assertThat(terminal.run("credentials", "list", "--url", "http://localhost:" + gateway.port()))
                .isEqualTo(Exit.USAGE);
        assertThat(terminal.err()).contains("Nobody is signed in at http://localhost");
    }

    @Test
    void aTokenNeverShowsInWords() {
        assertThat(new SignIn("https://gw", Optional.empty(), "s3cret").toString())
                .doesNotContain("s3cret");
    }

    @Test
    void credentialsAsEnvironmentAreSafeToEvaluate() {
        int exit = terminal.run("credentials", "create", "shop", "--for", "90s", "-o", "env");

        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(terminal.out().lines())
                .contains(
                        "export PGHOST='gw.example.com'",
                        "export PGPORT='6432'",
                        "export PGUSER='ada/" + gateway.credentials.getFirst().id() + "'",
                        "export PGPASSWORD='ghc_it'\\''s$(secret)'",
                        "export PGDATABASE='shop'",
                        "export PGSSLMODE='verify-full'")
                .anyMatch(line -> line.startsWith("export PGSSLROOTCERT='"));
    }

    @Test
    void credentialsAsTextSayHowPsqlUsesThem() {
        terminal.run("credentials", "create", "shop");

        assertThat(terminal.out())
                .contains("psql \"host=gw.example.com port=6432 dbname=shop user=ada/")
                .contains("gatehouse connect shop");
    }

    @Test
    void credentialsCanBeListedAndRevoked() {
        terminal.run("credentials", "create", "shop", "--purpose", "support");
        String id = gateway.credentials.getFirst().id().toString();

        terminal.run("credentials", "list", "shop");
        assertThat(terminal.out()).contains(id, "support", "corp:ada").doesNotContain("ghc_");
        terminal.run("credentials", "list", "other");
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.run("credentials", "revoke", id, "-o", "json")).isEqualTo(Exit.DONE);
        assertThat(gateway.credentials).isEmpty();
        assertThat(terminal.run("credentials", "revoke", id)).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("Not found", id);
    }

    @Test
    void connectRunsPsqlWithACredentialAndRevokesIt() {
        terminal.programExit = 7;

        assertThat(terminal.run("connect", "shop")).isEqualTo(7);
        assertThat(terminal.programs).containsExactly("psql");
        assertThat(terminal.given).containsEntry("PGDATABASE", "shop").containsKey("PGPASSWORD");
        assertThat(gateway.credentials).isEmpty();
    }

    @Test
    void connectRunsAnyCommandAfterTheDashes() {
        assertThat(terminal.run("connect", "shop", "--for", "5m", "--", "pg_dump", "-s", "--for"))
                .isEqualTo(0);
        assertThat(terminal.programs).containsExactly("pg_dump -s --for");

        assertThat(terminal.run("connect", "shop", "--", "absent")).isEqualTo(Exit.USAGE);
        assertThat(terminal.err()).contains("Cannot run absent: is it installed?");
        assertThat(gateway.credentials).isEmpty();
    }

    @Test
    void sessionsAreFoundByFilters() {
        as("aude");
        terminal.run("sessions", "list", "--who", "ada", "--since", "2h", "--verdict", "deny", "--table", "customers");

        assertThat(terminal.out()).contains(SESSION, "corp:ada", "open");
        assertThat(terminal.err()).contains("--cursor next-page");
        assertThat(gateway.lastQuery.who()).hasValue("ada");
        assertThat(gateway.lastQuery.since()).hasValue(ServedGateway.NOW.minusSeconds(7200));
        assertThat(gateway.lastQuery.verdict()).hasValue("deny");
        assertThat(gateway.lastQuery.table()).hasValue("customers");
    }

    @Test
    void aSessionShowsWhatWasAskedDecidedAndMasked() {
        as("aude");
        assertThat(terminal.run("sessions", "show", SESSION)).isEqualTo(Exit.DONE);

        assertThat(terminal.out())
                .contains("select email from customers", "allow by reads · ok · 1 row · 1.5 ms")
                .contains("email  partial  contact.email  public.customers.email")
                .contains("deny by no-ddl")
                .contains("\\u001b[2J")
                .doesNotContain("\u001b");
        assertThat(gateway.audit).containsExactly("read statements");
    }

    @Test
    void playPutsTheAnswersBetweenTheStatements() {
        as("aude");
        gateway.delivered = Answers.rows("email", "j***@e***.com");

        assertThat(terminal.run("sessions", "play", SESSION)).isEqualTo(Exit.DONE);

        String out = terminal.out();
        assertThat(out).contains("email\n  -------------\n  j***@e***.com\n  (SELECT 1)");
        assertThat(out.indexOf("select email")).isLessThan(out.indexOf("j***"));
        assertThat(out.indexOf("j***")).isLessThan(out.indexOf("drop table"));
        assertThat(terminal.waits).isEmpty();
    }

    @Test
    void playWaitsAsLongAsItTookDividedBySpeed() {
        as("aude");
        gateway.delivered = Answers.rows("email", "x");

        terminal.run("sessions", "play", SESSION, "--speed", "2");

        assertThat(terminal.waits).containsExactly(java.time.Duration.ofMillis(500), java.time.Duration.ofMillis(500));
    }

    @Test
    void playRawWritesExactlyTheDeliveredBytes() {
        as("aude");
        gateway.delivered = Answers.rows("email", "\u0000\u00ff");

        assertThat(terminal.run("sessions", "play", SESSION, "--raw")).isEqualTo(Exit.DONE);
        assertThat(terminal.bytes()).isEqualTo(gateway.delivered);
    }

    @Test
    void onlyAuditorsReplay() {
        assertThat(terminal.run("sessions", "play", SESSION)).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("Not allowed").contains("member");
    }

    @Test
    void aSessionIsKilledOnce() {
        as("olga");
        assertThat(terminal.run("sessions", "kill", SESSION)).isEqualTo(Exit.DONE);
        assertThat(terminal.run("sessions", "kill", SESSION)).isEqualTo(Exit.REFUSED);
    }

    @Test
    void switchesNameConnectionsAndIdentitiesOfAnyIssuer() {
        as("olga");
        terminal.run("disable", "connection", "shop", "--because", "restore");
        assertThat(terminal.out()).isEqualTo("connection shop is off. 1 open session was ended.\n");
        terminal.run("disable", "identity", "ada@example.com");
        terminal.run("disable", "identity", "ext:team/bob");
        terminal.run("enable", "IDENTITY", "corp:ada@example.com");

        assertThat(gateway.audit)
                .containsExactly(
                        "disable connection shop restore",
                        "disable identity corp:ada@example.com ",
                        "disable identity ext:team/bob ",
                        "enable identity corp:ada@example.com ");
    }

    @Test
    void aMemberSwitchesNothing() {
        assertThat(terminal.run("disable", "connection", "shop")).isEqualTo(Exit.REFUSED);
        assertThat(gateway.audit).isEmpty();
    }

    @Test
    void jsonIsOneLine() {
        as("aude");
        terminal.run("sessions", "show", SESSION, "-o", "json");

        assertThat(terminal.out().lines()).hasSize(1);
        assertThat(new String(terminal.bytes(), StandardCharsets.UTF_8)).contains("\"mask\":\"partial\"");
    }
}
