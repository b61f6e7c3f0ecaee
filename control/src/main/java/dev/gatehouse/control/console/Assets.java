package dev.gatehouse.control.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The few files that pages refer to, read once. Everything comes from the gateway itself.
final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Reply.Asset> assets = Map.of(
            "console.css", asset("/dev/gatehouse/control/console/console.css", "text/css; charset=utf-8"),
            "console.js", asset("/dev/gatehouse/control/console/console.js", SCRIPT),
            "htmx.js", asset(HTMX, SCRIPT),
            "mark.svg", asset("/dev/gatehouse/control/console/mark.svg", "image/svg+xml"));

    Optional<Reply.Asset> named(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static Reply.Asset asset(String path, String mediaType) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(path), path)) {
            return new Reply.Asset(in.readAllBytes(), mediaType);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
