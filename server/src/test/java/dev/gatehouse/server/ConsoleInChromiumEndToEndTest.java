package dev.gatehouse.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.demo.DemoPart;
import java.nio.file.Path;
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
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        demo = RunningDemo.start(directory);
        demo.psql(
                DemoPart.AGENT,
                "-c",
                "SELECT id, full_name, email, phone, country FROM customers WHERE id < 12 -- who bought?",
                "-c",
                "SELECT count(*) FROM orders",
                "-c",
                "SELECT * FROM customers",
                "-c",
                "DELETE FROM customers WHERE id = 1");
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

    private static Page signedIn(BrowserContext person, DemoPart part) {
        var page = person.newPage();
        page.navigate(demo.consoleUrl() + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("demo"))
                .click();
        page.locator("button[value=" + part.id() + "]").click();
        assertThat(page.locator(".me")).containsText(part.email());
        return page;
    }

    private static BrowserContext person(Browser.NewContextOptions options) {
        return chromium.person(options);
    }

    @Test
    void anAuditorFindsASessionAndReplaysIt() {
        try (var person = person(Chromium.desktop())) {
            var page = signedIn(person, DemoPart.OFFICER);
            page.navigate(demo.consoleUrl() + "/sessions");
            Chromium.picture(page, "sessions");
            page.getByLabel("Who").fill(demo.user(DemoPart.AGENT));
            assertThat(page.locator("table.list tbody tr")).hasCount(1);
            page.locator("table.list a.row").first().click();
            assertThat(page.locator("li.operation.deny").first()).containsText("no-whole-table-reads");
            Chromium.picture(page, "session");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Replay"))
                    .click();
            assertThat(page.locator("table.rows").first()).containsText("***@");
            Chromium.picture(page, "replay");
        }
    }
}
