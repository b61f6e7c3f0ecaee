package dev.gatehouse.server.settings;

import dev.gatehouse.net.ClientTls;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.nio.file.Path;
import java.util.Optional;

/// `tls:` of a connection: how the gateway makes sure that it talks to the right target.
///
/// @param mode default `verify-full`; a target on loopback may say `disable`
/// @param ca PEM file of the authorities that may have signed the target's certificate; default those of the JDK
/// @param certificate PEM file of what the gateway itself shows the target
/// @param key its private key; both or neither
public record TargetTlsSettings(
        ClientTls.Mode mode, Optional<Path> ca, Optional<Path> certificate, Optional<Path> key) {
    static final Section KEYS = Section.of(
            "target-tls",
            "How the gateway makes sure that it talks to the right target.",
            Key.optional(
                            "mode",
                            Shape.word(ClientTls.Mode.values()),
                            "As libpq's sslmode. `disable` only for a target on loopback.")
                    .or("verify-full"),
            Key.optional(
                    "ca",
                    Shape.text(Shape.Meaning.INPUT),
                    "PEM file of the authorities that may have signed the target's certificate; "
                            + "without it, those of the JDK."),
            Key.optional(
                    "certificate",
                    Shape.text(Shape.Meaning.INPUT),
                    "PEM file of the certificate that the gateway shows the target, the leaf first."),
            Key.optional(
                    "key", Shape.text(Shape.Meaning.INPUT), "PEM file with that certificate's private key (PKCS#8)."));

    static TargetTlsSettings read(Entries entries) {
        return new TargetTlsSettings(
                entries.word("mode", ClientTls.Mode.values()),
                entries.maybePath("ca"),
                entries.maybePath("certificate"),
                entries.maybePath("key"));
    }
}
