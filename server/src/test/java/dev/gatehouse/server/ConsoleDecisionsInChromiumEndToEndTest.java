package dev.gatehouse.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.gatehouse.server.Browsing.named;
import static dev.gatehouse.server.Browsing.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.demo.DemoPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do in the console that others notice: look at an effect and approve it, connect, switch off, watch.
@Tag("slow")
class ConsoleDecisionsInChromiumEndToEndTest {
    private static final String TRIED = "UPDATE customers SET segment = 'vip' WHERE id IN (20, 21, 22)";

    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Browsing people;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        demo = RunningDemo.prepare(directory);
        demo.configure(text -> text.replaceFirst("(unclassified: mask +#[^\\n]*\\n)", "$1    preview: execute\n")
                .replace("session: {", "session: { watch: on,"));
        demo.startGateway();
        people = new Browsing(demo);
    }

    @AfterAll
    static void stop() throws Exception {
        if (demo != null) {
            demo.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void anApproverSeesRowsBeforeAndAfterUnderTheirMasksAndApproves() throws Exception {
        var waits = people.inBackground(DemoPart.AGENT, TRIED);
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.LEAD);
            people.open(page, "/requests");
            page.locator("tr").filter(text("20, 21, 22")).locator("a.row").click();
            // A key that comes too early is the list's.
            page.waitForURL("**/requests/*");
            page.keyboard().press("p");
            assertThat(page.locator("#preview .effect")).containsText("3");
            assertThat(page.locator("#preview")).containsText("rolled back");
            assertThat(page.locator("#samples tbody tr")).hasCount(3);
            assertThat(page.locator("#samples ins").first()).containsText("vip");
            assertThat(page.locator("#samples")).containsText("***@");
            Browsing.pictures(page, "preview");
            assertThat(Browsing.tooWide(page)).isEmpty();
            page.keyboard().press("a");
            assertThat(waits.get().out()).contains("UPDATE 3");
            assertThat(page.locator(".badge.approved, .badge.used").first()).isVisible();
        }
    }

    @Test
    void rowsThatStoppedGoOnInTheSamePsqlAfterAClick() throws Exception {
        var waits = people.inBackground(
                DemoPart.AGENT, "SELECT id, amount, card_number FROM payments WHERE status = 'settled'");
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.OFFICER);
            people.open(page, "/requests");
            page.locator("tr").filter(text("card_number")).locator("a.row").click();
            page.waitForURL("**/requests/*");
            assertThat(page.locator(".decide")).containsText("bulk-export");
            assertThat(page.locator(".decide")).containsText("1000 rows");
            assertThat(waits.isDone()).isFalse();
            Browsing.pictures(page, "request-rows");
            assertThat(Accessibility.serious(page)).isEmpty();
            String id = page.url().substring(page.url().lastIndexOf('/') + 1);
            Browsing.press(page, "Approve");
            var ran = waits.get();
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.lines()).hasSizeGreaterThan(1000);
            assertThat(ran.err()).contains("NOTICE").contains(id);
            assertThat(page.locator(".badge.approved, .badge.used").first()).isVisible();
            page.getByRole(AriaRole.LINK, named("What else was asked")).click();
            assertThat(page.locator("li.operation").filter(text("card_number"))).containsText(id);
            Browsing.pictures(page, "session-rows");
        }
    }

    @Test
    void aPreviewOnAPhoneInGerman() throws Exception {
        String sql = "DELETE FROM support_tickets WHERE id IN (5, 6)";
        var waits = people.inBackground(DemoPart.AGENT, sql);
        try (var person = chromium.person(Chromium.phone())) {
            var page = people.signedIn(person, DemoPart.LEAD);
            people.open(page, "/requests");
            page.locator("tr").filter(text("support_tickets")).locator("a.row").click();
            page.locator("[data-key=p]").click();
            assertThat(page.locator("#preview .effect")).containsText("2");
            assertThat(page.locator("#samples tbody tr")).hasCount(2);
            Browsing.pictures(page, "phone-preview");
            assertThat(Browsing.tooWide(page)).isEmpty();
            assertThat(Accessibility.serious(page)).isEmpty();
            page.locator("textarea").fill("Bitte erst sichern.");
            page.locator("button.deny").click();
            assertThat(page.locator(".badge.denied").first()).isVisible();
            assertThat(waits.get().err()).contains("Bitte erst sichern.");
        }
    }

    @Test
    void aCredentialIsShownOnceAndItsLineWorks() throws Exception {
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.ENGINEER);
            people.open(page, "/connections");
            assertThat(page.locator("section.connection").filter(text("shop"))).isVisible();
            Browsing.pictures(page, "connections");
            var shop = page.locator("section.connection").filter(text("shop"));
            shop.getByText("Connect…").click();
            Browsing.press(page, "Make a credential");
            var line = page.locator(".fresh pre").first();
            assertThat(line).containsText("PGPASSWORD=ghc_");
            Browsing.pictures(page, "connections-fresh");
            assertThat(Browsing.tooWide(page)).isEmpty();
            assertThat(Accessibility.serious(page)).isEmpty();
            var ran = Client.of("sh", Map.of("LC_ALL", "C.UTF-8"))
                    .with(List.of(
                            "-c",
                            line.textContent()
                                            .replace("sslrootcert=ca.pem", "sslrootcert=" + demo.certificateAuthority())
                                    + " -X -A -t -c 'SELECT 40 + 2'"))
                    .run();
            assertThat(ran.out()).as(ran.err()).contains("42");
            people.open(page, "/connections");
            assertThat(page.locator("main")).not().containsText("ghc_");
            assertThat(page.locator("table.list tbody tr")).hasCount(1);
            Browsing.press(page, "Revoke");
            assertThat(page.locator("table.list tbody tr")).hasCount(0);
        }
    }

    @Test
    void anOperatorSwitchesAConnectionOffAndOn() {
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.OPERATOR);
            people.open(page, "/connections");
            var crm = page.locator("section.connection").filter(text("crm"));
            crm.getByText("Switch off…").click();
            crm.getByLabel("Why?").fill("maintenance");
            Browsing.pictures(page, "connections-switch");
            Browsing.press(page, "Switch off now");
            assertThat(crm.locator(".badge.off")).isVisible();
            Browsing.press(page, "Switch on");
            assertThat(crm.locator(".badge.off")).hasCount(0);
        }
        try (var person = chromium.person(Chromium.phone())) {
            var page = people.signedIn(person, DemoPart.OPERATOR);
            people.open(page, "/connections");
            assertThat(page.locator("h1")).hasText("Verbindungen");
            Browsing.pictures(page, "phone-connections");
            assertThat(Browsing.tooWide(page)).isEmpty();
        }
    }

    @Test
    void anAuditorWatchesAndTheOwnerEnds() throws Exception {
        var session = people.inBackground(
                DemoPart.ENGINEER,
                "SELECT id, full_name, email FROM customers WHERE id IN (7, 8) AND segment <> 'watched'",
                "SELECT pg_sleep(600)");
        try (var auditor = chromium.person();
                var owner = chromium.person(Chromium.phone())) {
            var page = people.signedIn(auditor, DemoPart.OFFICER);
            people.open(page, "/sessions?who=" + demo.user(DemoPart.ENGINEER));
            page.locator("tr").filter(text("live")).locator("a.row").first().click();
            assertThat(page.locator(".timeline")).containsText("pg_sleep");
            page.getByText("Watch live…").click();
            Browsing.pictures(page, "watch-asked");
            page.getByLabel("What for?").fill("INC-7: what does this client do?");
            page.getByRole(AriaRole.BUTTON, named("Watch").setExact(true)).click();
            assertThat(page.locator(".timeline")).containsText("watched");
            assertThat(page.locator(".timeline table.rows").first()).containsText("***@");
            assertThat(page.locator("li.waiting .badge.live")).isVisible();
            Browsing.pictures(page, "watch");
            assertThat(Browsing.tooWide(page)).isEmpty();
            assertThat(Accessibility.serious(page)).isEmpty();

            var own = people.signedIn(owner, DemoPart.ENGINEER);
            people.open(own, "/sessions");
            own.locator("a.row").first().click();
            own.getByText("Beenden…").click();
            Browsing.pictures(own, "phone-session-live");
            assertThat(Browsing.tooWide(own)).isEmpty();
            own.locator("button.danger").click();
            assertThat(session.get().err()).contains("57P01");
            assertThat(page.locator("li.waiting .nil")).isVisible();
        }
    }
}
