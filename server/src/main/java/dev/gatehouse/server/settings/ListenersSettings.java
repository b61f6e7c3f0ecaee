package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.util.Optional;

/// The section `listeners:`; what is not written does not listen.
///
/// @param postgres PostgreSQL clients
/// @param console the console and the admin API, nothing of a target
/// @param http proxied HTTP and Kubernetes: another origin than the console
public record ListenersSettings(
        Optional<ListenerSettings> postgres, Optional<ListenerSettings> console, Optional<ListenerSettings> http) {
    private static final Shape LISTENER = new Shape.Part(ListenerSettings.KEYS);

    static final Section KEYS = Section.of(
            "listeners",
            "Where clients connect. What is not written does not listen.",
            Key.optional("postgres", LISTENER, "PostgreSQL clients."),
            Key.optional("console", LISTENER, "The console and the admin API, nothing of a target."),
            Key.optional("http", LISTENER, "Proxied HTTP and Kubernetes: another origin than the console."));

    static ListenersSettings read(Entries entries) {
        return new ListenersSettings(
                entries.maybePart("postgres", ListenerSettings::read),
                entries.maybePart("console", ListenerSettings::read),
                entries.maybePart("http", ListenerSettings::read));
    }
}
