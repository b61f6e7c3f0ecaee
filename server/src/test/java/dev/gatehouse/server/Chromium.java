package dev.gatehouse.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real Chromium for tests of the console, driven by Playwright. Playwright's own program comes from npm,
/// once, into `target`; Node.js and Chromium are the system's.
final class Chromium implements AutoCloseable {
    private static final Path DRIVER = Path.of("target/playwright").toAbsolutePath();
    private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();
    private static final int PATIENCE_MILLIS = 30_000;
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-gpu",
            "--no-proxy-server");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Skips the test where there is no Chromium; `./verify` installs one.
    static Chromium start() throws IOException, InterruptedException {
        var program = program("chromium").or(() -> program("chromium-browser")).or(() -> program("google-chrome"));
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on this machine");
        prepareDriver();
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        program("node").orElseThrow().toString())));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(QUIET));
        return new Chromium(playwright, browser);
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void prepareDriver() throws IOException, InterruptedException {
        Path driver = DRIVER.resolve("package");
        if (Files.exists(driver)) {
            return;
        }
        Files.createDirectories(DRIVER);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(Path.of("src/test/browser", file), DRIVER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(DRIVER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(DRIVER.resolve("npm.log").toFile())
                .start();
        if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroy();
            throw new IOException("npm ci failed; see " + DRIVER.resolve("npm.log"));
        }
        Files.createSymbolicLink(driver, DRIVER.resolve("node_modules/playwright-core"));
    }

    /// A browser that nobody used before.
    BrowserContext person(Browser.NewContextOptions options) {
        var context = browser.newContext(options.setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    BrowserContext person() {
        return person(desktop());
    }

    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions()
                .setViewportSize(1280, 860)
                .setLocale("en-GB")
                .setColorScheme(ColorScheme.LIGHT);
    }

    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setLocale("de-DE")
                .setColorScheme(ColorScheme.LIGHT);
    }

    /// Keeps what the page looks like, for people to look at.
    static void picture(Page page, String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
