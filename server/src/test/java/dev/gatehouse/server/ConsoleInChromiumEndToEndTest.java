package dev.gatehouse.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.gatehouse.server.Browsing.named;
import static dev.gatehouse.server.Browsing.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.demo.DemoPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console as people use it: a real Chromium at a whole gateway, signing in at a real issuer.
@Tag("slow")
class ConsoleInChromiumEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Browsing people;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        demo = RunningDemo.start(directory);
        people = new Browsing(demo);
        demo.psql(
                DemoPart.AGENT,
                "-c",
                "SELECT id, full_name, email, phone, country FROM customers WHERE id < 12 -- who bought?",
                "-c",
                "SELECT count(*) FROM orders",
                "-c",
                "SELECT * FROM customers -- <img src=x onerror=alert(1)>",
                "-c",
                "ALTER TABLE customers ADD COLUMN \"<script>alert(2)</script>\" text");
        demo.psql(DemoPart.OFFICER, "-c", "SELECT count(*) FROM orders", "-c", "SELECT 1");
        demo.psql(DemoPart.ENGINEER, "-c", "SELECT name, price FROM products WHERE id < 5", "-c", "SELECT 1/0");
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
    void anAuditorFindsASessionAndReplaysIt() {
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.OFFICER);
            people.open(page, "/sessions");
            Chromium.picture(page, "sessions");
            page.getByLabel("Who").fill(demo.user(DemoPart.AGENT));
            page.getByLabel("Table").fill("customers");
            page.getByLabel("Category").fill("contact.email");
            page.getByLabel("Verdict").selectOption("deny");
            assertThat(page.locator("table.list tbody tr")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile("verdict=deny"));
            page.locator("table.list a.row").first().click();
            assertThat(page.locator("li.operation.deny").first()).containsText("no-whole-table-reads");
            assertThat(page.locator("li.operation").filter(text("<script>alert(2)</script>")))
                    .hasCount(1);
            page.locator("li.operation.allow details summary").first().click();
            Chromium.picture(page, "session");
            page.getByRole(AriaRole.LINK, named("Replay")).click();
            assertThat(page.locator("table.rows").first()).containsText("***@");
            page.getByRole(AriaRole.BUTTON, named("One step back")).click();
            assertThat(page.locator("li.later")).hasCount(1);
            page.getByRole(AriaRole.BUTTON, named("Play")).click();
            assertThat(page.locator("li.later")).hasCount(0);
            Chromium.picture(page, "replay");
        }
    }

    @Test
    void anApproverDeniesWithWordsAndApprovesByAKey() throws Exception {
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.LEAD);
            people.open(page, "/requests");
            var denied = people.inBackground(DemoPart.AGENT, "UPDATE customers SET segment = 'vip' WHERE id = 3");
            page.locator("tr").filter(text("id = 3")).locator("a.row").click();
            page.waitForURL("**/requests/*");
            assertThat(page.locator(".decide")).containsText("An agent's write needs a lead.");
            Chromium.picture(page, "request");
            page.keyboard().press("d");
            page.keyboard().type("Not before the audit <b>ends</b>.");
            page.getByRole(AriaRole.BUTTON, named("Deny")).click();
            assertThat(page.locator(".badge.denied").first()).isVisible();
            org.assertj.core.api.Assertions.assertThat(denied.get().err())
                    .contains("Not before the audit <b>ends</b>.");
            Chromium.picture(page, "request-denied");

            people.open(page, "/requests");
            var approved = people.inBackground(DemoPart.AGENT, "UPDATE customers SET segment = 'vip' WHERE id = 4");
            page.locator("tr").filter(text("id = 4")).locator("a.row").click();
            page.waitForURL("**/requests/*");
            assertThat(page.locator(".decide")).containsText("Approve");
            page.keyboard().press("a");
            org.assertj.core.api.Assertions.assertThat(approved.get().out()).contains("UPDATE 1");
            // The page comes back by itself; another one asked for meanwhile would cross it.
            assertThat(page.locator(".badge.approved, .badge.used").first()).isVisible();
            people.open(page, "/requests?view=all");
            assertThat(page.locator("table.list tbody tr").first()).isVisible();
            Chromium.picture(page, "requests");
        }
    }

    @Test
    void anOperatorWatchesASessionAndEndsIt() throws Exception {
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.OPERATOR);
            var sleeping = people.inBackground(DemoPart.OPERATOR, "SELECT pg_sleep(600), 'watched'");
            people.open(page, "/sessions");
            page.locator("tr")
                    .filter(text("live"))
                    .filter(text(demo.user(DemoPart.OPERATOR)))
                    .locator("a.row")
                    .first()
                    .click();
            assertThat(page.locator(".timeline")).containsText("watched");
            page.getByText("End session…").click();
            Chromium.picture(page, "session-live");
            page.getByRole(AriaRole.BUTTON, named("End it now")).click();
            org.assertj.core.api.Assertions.assertThat(sleeping.get().err()).contains("57P01");
        }
    }

    @Test
    void anEngineerTriesAStatement() {
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.ENGINEER);
            page.getByRole(AriaRole.LINK, named("Playground")).click();
            page.getByLabel("Statement").fill("SELECT email, segment FROM customers WHERE id = 7");
            page.getByRole(AriaRole.BUTTON, named("Explain")).click();
            assertThat(page.locator("#outcome")).containsText("allowed");
            assertThat(page.locator("#outcome tr").filter(text("email"))).containsText("partly");
            Chromium.picture(page, "playground");
            page.getByLabel("Statement").fill("DELETE FROM customers -- \u202Esremotsuc");
            page.getByRole(AriaRole.BUTTON, named("Explain")).click();
            assertThat(page.locator("#outcome")).containsText("no-whole-table-writes");
            assertThat(page.locator("#outcome .unseen")).hasText("U+202E");
            Chromium.picture(page, "playground-denied");
        }
    }

    @Test
    void everythingCanBeDoneWithKeysAlone() {
        try (var person = chromium.person()) {
            var page = person.newPage();
            people.open(page, "/");
            goTo(page, "Continue with demo");
            goTo(page, "Olga");
            assertThat(page.locator(".me")).containsText(demo.user(DemoPart.OFFICER));
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            goTo(page, "Sessions");
            assertThat(page.locator("h1")).hasText("Sessions");
            page.keyboard().press("/");
            page.keyboard().type(demo.user(DemoPart.OFFICER));
            assertThat(page.locator("table.list tbody tr")).hasCount(1);
            goTo(page, demo.user(DemoPart.OFFICER));
            goTo(page, "Replay");
            page.locator("main").focus();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("li.later")).hasCount(1);
        }
    }

    /// Presses Tab until something with this name has the focus, then Enter.
    private static void goTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            var focused = page.locator(":focus");
            if (focused.count() > 0 && focused.textContent().contains(name)) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("no way by keys to " + name + " on " + page.url());
    }

    @Test
    void noPageHasASeriousBarrier() throws Exception {
        var found = new ArrayList<String>();
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.OFFICER);
            people.open(page, "/sessions?who=" + demo.user(DemoPart.AGENT));
            String session = page.locator("a.row").first().getAttribute("href");
            for (String theme : List.of("Light", "Dark")) {
                page.getByRole(AriaRole.BUTTON, named(theme)).click();
                for (String path :
                        List.of("/", "/requests", "/sessions", session, session + "/replay", "/rules", "/playground")) {
                    people.open(page, path);
                    Accessibility.serious(page).forEach(barrier -> found.add(theme + " " + path + ": " + barrier));
                }
            }
            page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
            assertThat(page.locator("h1")).hasText("Sign in");
            Accessibility.serious(page).forEach(barrier -> found.add("/sign-in: " + barrier));
        }
        org.assertj.core.api.Assertions.assertThat(found).isEmpty();
    }

    @Test
    void theDayAndTheRulesInTheDarkAndInGermanOnAPhone() throws Exception {
        demo.configure(text -> text.replace(
                "then: deny\n    because: \"An agent does not", "then: allow\n    because: \"An agent does not"));
        try (var person = chromium.person()) {
            var page = people.signedIn(person, DemoPart.OFFICER);
            assertThat(page.locator(".chart svg")).isVisible();
            Chromium.picture(page, "overview");
            page.getByRole(AriaRole.BUTTON, named("Dark")).click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            Chromium.picture(page, "overview-dark");
            people.open(page, "/rules");
            Chromium.picture(page, "rules-dark");
            page.getByRole(AriaRole.BUTTON, named("Light")).click();
            Chromium.picture(page, "rules");
        }
        try (var person = chromium.person(Chromium.phone())) {
            var page = person.newPage();
            people.open(page, "/sessions");
            assertThat(page.locator("h1")).hasText("Anmelden");
            Chromium.picture(page, "phone-sign-in");
            page.locator("a.primary").click();
            page.locator("button[value=officer]").click();
            assertThat(page.locator("h1")).hasText("Sitzungen");
            Chromium.picture(page, "phone-sessions");
            people.open(page, "/");
            Chromium.picture(page, "phone-overview");
            people.open(page, "/requests?view=all");
            Chromium.picture(page, "phone-requests");
        }
    }
}
