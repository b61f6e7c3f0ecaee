package dev.gatehouse.server.settings;

import dev.gatehouse.model.Connection;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One entry of `connections:`: a target, how to reach it, and who may.
///
/// @param name what clients call it
/// @param target as written: `host:port/database` or a URL
/// @param host a name by which HTTP clients may call it instead of `/http/NAME`; default none
/// @param labels for `on.connection: "label:key=value"`
/// @param credentials in file order; the first that matches is used
/// @param catalogue the gateway's own look-ups; default the last credential
/// @param access who may connect at all; without a list nobody
/// @param unclassified what happens to columns nobody classified; default mask
/// @param predicates what may be asked about masked columns; default equality, with a budget
/// @param purpose whether a session must state a purpose; default optional
/// @param preview how an approver is shown what a statement would do; default count
/// @param previewCredential the credential for `preview: execute`
/// @param record what of the contents is kept; default what `recording.record` says
/// @param notice whether a session is told at its first masked answer what was masked; default true
public record ConnectionSettings(
        String name,
        Type type,
        String target,
        Optional<String> host,
        Map<String, String> labels,
        TargetTlsSettings tls,
        List<CredentialSettings> credentials,
        Optional<CredentialSettings.Form.Password> catalogue,
        List<String> access,
        Connection.Unclassified unclassified,
        Connection.Predicates predicates,
        PurposeNeed purpose,
        Preview preview,
        Optional<CredentialSettings.Form.Password> previewCredential,
        Optional<RecordForm> record,
        boolean notice) {
    public ConnectionSettings {
        labels = Map.copyOf(labels);
        credentials = List.copyOf(credentials);
        access = List.copyOf(access);
    }

    /// The protocol spoken.
    public enum Type {
        POSTGRES,
        HTTP,
        KUBERNETES;

        public String word() {
            return Shape.wordOf(this);
        }
    }

    /// The words of `purpose:`.
    public enum PurposeNeed {
        OPTIONAL,
        REQUIRED
    }

    /// The words of `preview:`.
    public enum Preview {
        COUNT,
        EXECUTE,
        NONE
    }

    private static final Section LOGIN = Section.of(
            "login",
            "A user of the target and where its password is kept.",
            Key.required("user", Shape.text(), "The database user."),
            Key.required("password", new Shape.SecretPlace(), "Where its password is kept."));

    static final Section KEYS = Section.of(
            "connection",
            "A target.",
            Key.required("name", Shape.formatted(Formats.NAME), "What clients call it (`dbname` for PostgreSQL)."),
            Key.required("type", Shape.word(Type.values()), "The protocol spoken.")
                    .atStart(),
            Key.required(
                            "target",
                            Shape.text(),
                            "`host:port/database` for PostgreSQL, `https://host/base` for HTTP and Kubernetes.")
                    .atStart(),
            Key.optional(
                            "host",
                            Shape.text(),
                            "A host name of its own for HTTP clients, beside `/http/NAME`; the listener's certificate "
                                    + "must be for it too.")
                    .atStart(),
            Key.optional(
                    "labels",
                    new Shape.MapOf("label", Formats.NAME, Shape.text()),
                    "For `on.connection: \"label:key=value\"`."),
            Key.optional("tls", new Shape.Part(TargetTlsSettings.KEYS), "How the target is authenticated.")
                    .atStart(),
            Key.required(
                            "credentials",
                            new Shape.OneOrMore(new Shape.Part(CredentialSettings.KEYS)),
                            "What the gateway shows the target; the first match wins; also a single mapping.")
                    .atStart(),
            Key.optional(
                            "catalogue",
                            new Shape.Part(LOGIN),
                            "The login of the gateway's own look-ups in the target's catalogue; "
                                    + "without it, the last credential.")
                    .atStart(),
            Key.optional("access", Shape.selectors(), "Who may connect at all. Without a list nobody may."),
            Key.optional(
                            "unclassified",
                            Shape.word(Connection.Unclassified.values()),
                            "What happens to columns that nobody classified: masked, left to detectors, or shown.")
                    .or("mask"),
            Key.optional(
                            "predicates",
                            Shape.word(Connection.Predicates.values()),
                            "What may be asked about masked columns in conditions; `equality` with a budget.")
                    .or("equality"),
            Key.optional("purpose", Shape.word(PurposeNeed.values()), "Whether a session must state a purpose.")
                    .or("optional"),
            Key.optional("preview", Shape.word(Preview.values()), "How an approver is shown what a statement would do.")
                    .or("count"),
            Key.optional("preview-credential", new Shape.Part(LOGIN), "The login for `preview: execute`.")
                    .atStart(),
            Key.optional(
                    "record",
                    Shape.word(RecordForm.values()),
                    "What of the contents is kept; without it, what `recording.record` says."),
            Key.optional(
                            "notice",
                            new Shape.Flag(),
                            "Whether a session is told at its first masked answer what was masked and why.")
                    .or("true"));

    static ConnectionSettings read(Entries entries) {
        return new ConnectionSettings(
                entries.text("name"),
                entries.word("type", Type.values()),
                entries.text("target"),
                entries.maybeText("host"),
                entries.map("labels", node -> node.asText().orElseThrow()),
                TargetTlsSettings.read(entries.part("tls")),
                entries.parts("credentials", CredentialSettings::read),
                entries.maybePart("catalogue", CredentialSettings::password),
                entries.texts("access"),
                entries.word("unclassified", Connection.Unclassified.values()),
                entries.word("predicates", Connection.Predicates.values()),
                entries.word("purpose", PurposeNeed.values()),
                entries.word("preview", Preview.values()),
                entries.maybePart("preview-credential", CredentialSettings::password),
                entries.maybeWord("record", RecordForm.values()),
                entries.flag("notice"));
    }

    /// Where an HTTP target is.
    public HttpAddress http() {
        return HttpAddress.parse(target)
                .orElseThrow(() -> new IllegalStateException("the target of " + name + " was not checked"));
    }

    /// Host, port and database of a PostgreSQL target.
    public PostgresTarget postgres() {
        return PostgresTarget.parse(target)
                .orElseThrow(() -> new IllegalStateException("the target of " + name + " was not checked"));
    }
}
