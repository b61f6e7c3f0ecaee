package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.nio.file.Path;
import java.util.List;

/// One entry of a connection's `credentials:`: what the gateway shows the target, and on whose behalf.
///
/// @param who for whom; the first entry that matches is used; default everybody
/// @param form what is shown
public record CredentialSettings(List<String> who, Form form) {
    public CredentialSettings {
        who = List.copyOf(who);
    }

    /// What is shown to a target.
    public sealed interface Form {
        /// A database user and its password.
        record Password(String user, SecretReference password) implements Form {}

        /// `Authorization: Bearer`.
        record Bearer(SecretReference token) implements Form {}

        /// `Authorization: Basic`.
        record Basic(String user, SecretReference password) implements Form {}

        /// A header of the target's own.
        record Header(String name, SecretReference value) implements Form {}

        /// A client certificate in the TLS handshake.
        record Certificate(Path certificate, Path key) implements Form {}
    }

    private static final Section BASIC = Section.of(
            "basic",
            "HTTP Basic authentication.",
            Key.required("user", Shape.text(), "The user's name."),
            Key.required("password", new Shape.SecretPlace(), "Where the password is kept."));

    private static final Section HEADER = Section.of(
            "header",
            "A header of the target's own.",
            Key.required("name", Shape.text(), "The header's name."),
            Key.required("value", new Shape.SecretPlace(), "Where its value is kept."));

    private static final Section CERTIFICATE = Section.of(
            "client-certificate",
            "A client certificate in the TLS handshake.",
            Key.required("certificate", Shape.text(Shape.Meaning.INPUT), "PEM file, the leaf first."),
            Key.required("key", Shape.text(Shape.Meaning.INPUT), "PEM file with the private key (PKCS#8)."));

    static final Section KEYS = Section.of(
            "credential",
            "What the gateway shows the target. Clients never see it.",
            Key.optional("who", Shape.selectors(), "For whom. The first entry that matches is used.")
                    .or("*"),
            Key.optional("user", Shape.text(), "The database user."),
            Key.optional("password", new Shape.SecretPlace(), "Where the database user's password is kept."),
            Key.optional("bearer", new Shape.SecretPlace(), "Where a bearer token is kept (HTTP, Kubernetes)."),
            Key.optional("basic", new Shape.Part(BASIC), "User and password (HTTP)."),
            Key.optional("header", new Shape.Part(HEADER), "A header (HTTP)."),
            Key.optional("client-certificate", new Shape.Part(CERTIFICATE), "A certificate (HTTP, Kubernetes)."));

    static CredentialSettings read(Entries entries) {
        return new CredentialSettings(entries.texts("who"), form(entries));
    }

    static Form.Password password(Entries entries) {
        return new Form.Password(entries.text("user"), secret(entries, "password"));
    }

    private static Form form(Entries entries) {
        if (entries.written("bearer")) {
            return new Form.Bearer(secret(entries, "bearer"));
        }
        if (entries.written("basic")) {
            var basic = entries.part("basic");
            return new Form.Basic(basic.text("user"), secret(basic, "password"));
        }
        if (entries.written("header")) {
            var header = entries.part("header");
            return new Form.Header(header.text("name"), secret(header, "value"));
        }
        if (entries.written("client-certificate")) {
            var certificate = entries.part("client-certificate");
            return new Form.Certificate(certificate.path("certificate"), certificate.path("key"));
        }
        return password(entries);
    }

    private static SecretReference secret(Entries entries, String key) {
        return SecretReference.read(entries.node(key).orElseThrow());
    }
}
