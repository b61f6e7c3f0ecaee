package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Programs;
import dev.gatehouse.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `gatehouse discover` against a real database: the demo's tables, and a German and a French one.
@Tag("slow")
class DiscoverEndToEndTest {
    private static final String TABLES = """
            CREATE SCHEMA crm;
            CREATE TABLE crm."Kunden-Stamm" (
                "KundenNr" bigint, "NACHNAME" text, vorname text, "GebDatum" date, "E-Mail" text, tel_nr text,
                strasse text, steuer_id text, "Bemerkung" text, status text, angelegt_am timestamptz);
            INSERT INTO crm."Kunden-Stamm" SELECT n, (ARRAY['Brückner','Hölzl','Sauer','Lachmann'])[1 + n % 4],
                (ARRAY['Heike','Tobias','Annika'])[1 + n % 3], date '1950-01-01' + n * 97,
                'kunde' || n || '@web.de', '0171/23456' || lpad(n::text, 2, '0'),
                'Lindenallee ' || n, '86095742719', CASE WHEN n % 2 = 0 THEN 'bitte an kunde' || n || '@gmx.de'
                ELSE 'Ware beschädigt' END, 'aktiv', now() FROM generate_series(1, 40) n;
            CREATE TABLE crm.salaries (
                matricule text, nom_prenom text, num_secu text, courriel text, salaire numeric, diagnostic text,
                ref_commande text, empreinte text);
            INSERT INTO crm.salaries SELECT 'M-' || n, (ARRAY['Aurélie Besson','Hugo Pelletier'])[1 + n % 2],
                '185057800608436', 'agent' || n || '@orange.fr', 2000 + n, 'rien à signaler', 'CMD-2025-' || n,
                md5(n::text) FROM generate_series(1, 40) n;
            CREATE TABLE crm.nobody_may (email text);
            INSERT INTO crm.nobody_may VALUES ('x@example.org');
            GRANT USAGE ON SCHEMA crm TO shop_app;
            GRANT SELECT ON crm."Kunden-Stamm", crm.salaries TO shop_app
            """;

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    private record Ran(int exit, String out, String err) {}

    @BeforeAll
    static void start() throws IOException, SQLException {
        demo = RunningDemo.prepare(directory);
        try (var connection = DriverManager.getConnection(demo.directUrl(), demo.direct());
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        demo.configure(DiscoverEndToEndTest::withoutColumns);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    /// The demo's configuration as it was before anybody said what the shop's columns hold.
    private static String withoutColumns(String configuration) {
        int from = configuration.indexOf("  - connection: shop\n    columns:");
        return configuration.substring(0, from) + configuration.substring(configuration.indexOf("# detect:", from));
    }

    private static Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var shell = new Shell(
                Map.of(),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                directory,
                Programs::inForeground,
                Thread::sleep,
                InstantSource.system());
        int exit = Main.commandLine(shell).execute(arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String file() {
        return demo.configurationFile().toString();
    }

    @Test
    void proposesWhatTheColumnsOfThreeLanguagesHold() {
        Ran ran = run("discover", "shop", "-c", file(), "-o", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        var proposed = new HashMap<String, String>();
        for (JsonNode proposal : JsonMapper.shared().readTree(ran.out())) {
            proposed.put(
                    proposal.get("column").asString(), proposal.get("category").asString());
        }
        assertThat(proposed)
                .containsEntry("customers.email", "contact.email")
                .containsEntry("customers.national_id", "national-id")
                .containsEntry("payments.card_number", "financial.card")
                .containsEntry("support_tickets.body", "free-text")
                .containsEntry("patients.diagnosis", "health")
                .containsEntry("crm.Kunden-Stamm.NACHNAME", "identity.name")
                .containsEntry("crm.Kunden-Stamm.vorname", "identity.name")
                .containsEntry("crm.Kunden-Stamm.GebDatum", "identity.birth-date")
                .containsEntry("crm.Kunden-Stamm.E-Mail", "contact.email")
                .containsEntry("crm.Kunden-Stamm.tel_nr", "contact.phone")
                .containsEntry("crm.Kunden-Stamm.strasse", "contact.address")
                .containsEntry("crm.Kunden-Stamm.steuer_id", "national-id")
                .containsEntry("crm.Kunden-Stamm.Bemerkung", "free-text")
                .containsEntry("crm.salaries.nom_prenom", "identity.name")
                .containsEntry("crm.salaries.num_secu", "national-id")
                .containsEntry("crm.salaries.courriel", "contact.email")
                .containsEntry("crm.salaries.salaire", "identity.profile")
                .containsEntry("crm.salaries.diagnostic", "health")
                .doesNotContainKeys(
                        "crm.Kunden-Stamm.KundenNr",
                        "crm.Kunden-Stamm.status",
                        "crm.Kunden-Stamm.angelegt_am",
                        "crm.salaries.ref_commande",
                        "crm.salaries.empreinte",
                        "products.name",
                        "orders.id");
        assertThat(ran.err())
                .contains("\"crm\".\"Kunden-Stamm\": 8 of 11 columns look personal")
                .contains("\"crm\".\"nobody_may\" could not be read: ");
        assertThat(ran.out())
                .doesNotContain("@web.de")
                .doesNotContain("Brückner")
                .doesNotContain("86095742719");
    }

    @Test
    void whatItPrintsIsAcceptedWhenPasted() throws IOException {
        Ran ran = run("discover", "shop", "-c", file());
        assertThat(ran.exit()).as(ran.err()).isZero();
        String entry = ran.out().substring(ran.out().indexOf("  - connection: shop"));
        String before = Files.readString(demo.configurationFile());
        Path pasted = directory.resolve("pasted.yaml");
        Files.writeString(pasted, before.replace("# detect:", entry + "\n# detect:"));
        Ran check = run("check", "-c", pasted.toString());
        assertThat(check.exit()).as(check.err() + check.out()).isZero();
        Ran again = run("discover", "shop", "-c", pasted.toString(), "-o", "json");
        assertThat(JsonMapper.shared().readTree(again.out()).size())
                .as(again.out())
                .isZero();
    }

    @Test
    void aLiveCheckNamesWhatNobodyClassified() {
        Ran check = run("check", "--live", "-c", file());
        assertThat(check.out() + check.err())
                .contains("crm.Kunden-Stamm.GebDatum looks personal")
                .contains("crm.salaries.num_secu looks personal")
                .doesNotContain("crm.salaries.empreinte looks personal");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(run("discover", "nowhere", "-c", file()).exit()).isEqualTo(2);
        Path elsewhere = directory.resolve("elsewhere.yaml");
        Files.writeString(
                elsewhere,
                Files.readString(demo.configurationFile())
                        .replaceAll("target: \"127.0.0.1:\\d+/shop\"", "target: \"127.0.0.1:1/shop\""));
        Ran ran = run("discover", "shop", "-c", elsewhere.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("The target of shop cannot be asked");
        assertThat(ran.out()).isEmpty();
    }
}
