package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Format;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A configuration without mistakes, as written and with every default filled in.
///
/// @param identity issuers in file order; selectors without an issuer mean the first
/// @param detect categories that detectors look for; default all that have one
/// @param detectors what is found besides what is built in; their categories always count
/// @param categories declared besides the built-in ones
/// @param signInAge how fresh the sign-in of somebody who approves must be; default 12h
public record Settings(
        GatewaySettings gateway,
        ListenersSettings listeners,
        List<OidcSettings> identity,
        List<ConnectionSettings> connections,
        List<DataSettings> data,
        List<String> detect,
        List<DetectorSettings> detectors,
        List<PurposeSettings> purposes,
        List<RuleSettings> rules,
        List<MaskingSettings> masking,
        RetentionSettings retention,
        SessionSettings session,
        RecordingSettings recording,
        RoleSettings roles,
        LimitsSettings limits,
        List<String> categories,
        Duration signInAge,
        NotificationSettings notifications,
        Optional<StoreSettings> store) {
    static final Format<String> ANY_TEXT = new Format<>("text", "text", "^.+$", Optional::of);

    private static final Section IDENTITY = Section.of(
            "identity",
            "Who vouches for those who connect.",
            Key.required(
                    "oidc",
                    new Shape.ListOf(new Shape.Part(OidcSettings.KEYS)),
                    "Issuers; selectors without an issuer mean the first."));

    private static final Section APPROVALS = Section.of(
            "approvals",
            "What holds for every approval.",
            Key.optional(
                            "sign-in-age",
                            Shape.formatted(Formats.DURATION),
                            "How fresh the sign-in of somebody who approves or confirms must be.")
                    .or("12h"));

    private static final Section CATEGORY = Section.of(
            "category",
            "A category of data besides the built-in ones. It counts as personal.",
            Key.required("id", Shape.formatted(Formats.NAME), "Its name, such as `loyalty.number`."),
            Key.optional("about", Shape.text(), "What it holds."));

    /// Everything that may be written at the top level.
    public static final Section KEYS = Section.of(
            "configuration",
            "A configuration of Gatehouse.",
            Key.required("gateway", new Shape.Part(GatewaySettings.KEYS), "The gateway itself.")
                    .atStart(),
            Key.required("listeners", new Shape.Part(ListenersSettings.KEYS), "Where clients connect.")
                    .atStart(),
            Key.required("identity", new Shape.Part(IDENTITY), "Who vouches for those who connect.")
                    .atStart(),
            list("connections", ConnectionSettings.KEYS, "The targets."),
            list("data", DataSettings.KEYS, "What their columns hold."),
            Key.optional(
                            "detect",
                            new Shape.OneOrMore(Shape.text(Shape.Meaning.CATEGORY)),
                            "Categories that detectors look for in what `unclassified: scan` shows and in free text.")
                    .or(String.join(", ", Categories.DETECTABLE))
                    .atStart(),
            list("detectors", DetectorSettings.KEYS, "What else is found in values.")
                    .atStart(),
            list("purposes", PurposeSettings.KEYS, "Why personal data may be looked at."),
            list("rules", RuleSettings.KEYS, "Who may do what. Without a rule nobody may do anything."),
            list("masking", MaskingSettings.KEYS, "How values are shown. Without an entry they are redacted."),
            Key.optional("retention", new Shape.Part(RetentionSettings.KEYS), "How long what is kept.")
                    .ignoredYet("nothing is deleted yet, however old"),
            Key.optional("session", new Shape.Part(SessionSettings.KEYS), "How long a session may go on."),
            Key.optional("recording", new Shape.Part(RecordingSettings.KEYS), "How the record is kept."),
            Key.optional("roles", new Shape.Part(RoleSettings.KEYS), "Who may do what at the gateway itself."),
            Key.optional("limits", new Shape.Part(LimitsSettings.KEYS), "Everything has a limit.")
                    .atStart(),
            Key.optional(
                    "categories",
                    new Shape.ListOf(new Shape.ShortOr(Shape.formatted(Formats.NAME), CATEGORY)),
                    "Categories besides the built-in ones, each a name or a mapping."),
            Key.optional("approvals", new Shape.Part(APPROVALS), "What holds for every approval.")
                    .atStart(),
            Key.optional("organisation", new Shape.Anything(), "Who answers for the data, for the documents.")
                    .ignoredYet("no documents are written"),
            Key.optional("notifications", new Shape.Part(NotificationSettings.KEYS), "Who is told of what, and how.")
                    .atStart(),
            Key.optional("store", new Shape.Part(StoreSettings.KEYS), "Where durable state is kept.")
                    .atStart(),
            Key.optional("sinks", new Shape.Anything(), "Where events are copied to.")
                    .refusedYet("events would not be copied anywhere; leave the section out"),
            Key.optional("anchors", new Shape.Anything(), "Where checkpoints are anchored outside.")
                    .refusedYet("checkpoints would not be anchored outside; leave the section out"),
            Key.optional(
                    "include",
                    new Shape.OneOrMore(Shape.text(Shape.Meaning.INPUT)),
                    "Further files: their lists are appended in order, their mappings merged."));

    private static Key list(String name, Section section, String about) {
        return Key.optional(name, new Shape.ListOf(new Shape.Part(section)), about);
    }

    public Settings {
        identity = List.copyOf(identity);
        connections = List.copyOf(connections);
        data = List.copyOf(data);
        detect = List.copyOf(detect);
        detectors = List.copyOf(detectors);
        purposes = List.copyOf(purposes);
        rules = List.copyOf(rules);
        masking = List.copyOf(masking);
        categories = List.copyOf(categories);
    }

    static Settings read(Entries entries) {
        return new Settings(
                GatewaySettings.read(entries.part("gateway")),
                ListenersSettings.read(entries.part("listeners")),
                entries.part("identity").parts("oidc", OidcSettings::read),
                entries.parts("connections", ConnectionSettings::read),
                entries.parts("data", DataSettings::read),
                entries.texts("detect"),
                entries.parts("detectors", DetectorSettings::read),
                entries.parts("purposes", PurposeSettings::read),
                entries.parts("rules", RuleSettings::read),
                entries.parts("masking", MaskingSettings::read),
                RetentionSettings.read(entries.part("retention")),
                SessionSettings.read(entries.part("session")),
                RecordingSettings.read(entries.part("recording")),
                RoleSettings.read(entries.part("roles")),
                LimitsSettings.read(entries.part("limits")),
                Categories.declared(entries.node("categories")),
                entries.part("approvals").value("sign-in-age", Formats.DURATION),
                NotificationSettings.read(entries.part("notifications")),
                entries.maybePart("store", StoreSettings::read));
    }

    /// The issuers' names in file order.
    public List<String> issuers() {
        return identity.stream().map(OidcSettings::name).toList();
    }
}
