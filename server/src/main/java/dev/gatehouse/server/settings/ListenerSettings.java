package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.HostPort;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.nio.file.Path;

/// One entry of `listeners:`: an address that clients connect to, always with TLS.
///
/// @param address where to listen; port 0 takes a free one
/// @param certificate PEM, the leaf first
/// @param key PEM, PKCS#8
public record ListenerSettings(HostPort address, Path certificate, Path key) {
    private static final Section TLS = Section.of(
            "tls",
            "The certificate that clients see.",
            Key.required("certificate", Shape.text(Shape.Meaning.INPUT), "PEM file, the leaf certificate first."),
            Key.required("key", Shape.text(Shape.Meaning.INPUT), "PEM file with the private key (PKCS#8)."));

    static final Section KEYS = Section.of(
            "listener",
            "An address that clients connect to.",
            Key.required("address", Shape.formatted(Formats.ADDRESS), "Where to listen; port 0 takes a free one."),
            Key.required("tls", new Shape.Part(TLS), "Secrets travel in TLS only."));

    static ListenerSettings read(Entries entries) {
        var tls = entries.part("tls");
        return new ListenerSettings(
                entries.value("address", Formats.ADDRESS), tls.path("certificate"), tls.path("key"));
    }
}
