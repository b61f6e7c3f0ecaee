package dev.gatehouse.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.demo.DemoPart;
import java.util.List;
import java.util.concurrent.FutureTask;

/// People of a running demo at its console, and clients that wait meanwhile.
record Browsing(RunningDemo demo) {
    /// A page of somebody who has just signed in. Scripts of somebody else's fail the test.
    Page signedIn(BrowserContext person, DemoPart part) {
        var page = person.newPage();
        page.onDialog(dialog -> {
            throw new AssertionError("a script of somebody else's ran: " + dialog.message());
        });
        page.navigate(demo.consoleUrl() + "/");
        page.locator("a.primary").click();
        page.locator("button[value=" + part.id() + "]").click();
        assertThat(page.locator(".me")).containsText(part.email());
        return page;
    }

    /// Goes to a page; again, when a form that was just sent crosses it.
    void open(Page page, String path) {
        try {
            page.navigate(demo.consoleUrl() + path);
        } catch (PlaywrightException crossed) {
            page.waitForLoadState();
            page.navigate(demo.consoleUrl() + path);
        }
    }

    /// psql that runs while the test goes on.
    FutureTask<Client.Ran> inBackground(DemoPart part, String... statements) {
        var arguments = new String[statements.length * 2];
        for (int i = 0; i < statements.length; i++) {
            arguments[2 * i] = "-c";
            arguments[2 * i + 1] = statements[i];
        }
        var task = new FutureTask<>(() -> demo.psql(part, arguments));
        Thread.ofVirtual().start(task);
        return task;
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /// Pictures of a page in the light and in the dark.
    static void pictures(Page page, String name) {
        for (String theme : new String[] {"light", "dark"}) {
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme);
            Chromium.picture(page, theme.equals("light") ? name : name + "-dark");
        }
        page.evaluate("() => { document.documentElement.dataset.theme = '' }");
    }

    /// What makes a page wider than the screen; nothing on a page that fits.
    static List<String> tooWide(Page page) {
        return ((List<?>) page.evaluate("""
                        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
                            : Array.from(document.querySelectorAll('main *'))
                                .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth)
                                .map(each => each.outerHTML.slice(0, 120))""")).stream().map(String::valueOf).toList();
    }

    /// What somebody presses by name.
    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }
}
