package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.util.List;
import java.util.Optional;

/// One entry of `rules:`.
///
/// @param when a condition (CEL); without one the rule always matches
/// @param because the sentence a refused client reads
/// @param enforce false runs the rule in shadow; default true
/// @param record what of the contents is kept; default what the connection says
public record RuleSettings(
        String id,
        OnSettings on,
        Optional<String> when,
        Then then,
        Optional<String> because,
        boolean enforce,
        Optional<RecordForm> record) {

    /// What the rule votes.
    public sealed interface Then {
        record Allow() implements Then {}

        record Deny() implements Then {}

        record NeedsApproval(ApprovalSettings approval) implements Then {}
    }

    private static final Section THEN = Section.of(
            "then",
            "A vote that asks people.",
            Key.required("approval", new Shape.Part(ApprovalSettings.KEYS), "What is asked of whom."));

    static final Section KEYS = Section.of(
            "rule",
            "A rule. Every rule that matches votes; a deny cannot be lifted; without an allow the answer is no.",
            Key.required("id", Shape.formatted(Formats.NAME), "Its name in refusals and on record; used once."),
            Key.optional("on", new Shape.Part(OnSettings.KEYS), "Which connections and whom it concerns."),
            Key.optional(
                    "when",
                    Shape.text(Shape.Meaning.CONDITION),
                    "A condition (CEL) over the facts of an operation; without one the rule always matches."),
            Key.required(
                    "then",
                    new Shape.ShortOr(new Shape.Word(List.of("allow", "deny")), THEN),
                    "`allow`, `deny` or `{ approval: … }`."),
            Key.optional("because", Shape.text(), "The sentence that a refused client reads."),
            Key.optional("enforce", new Shape.Flag(), "`false` records the vote and does not count it.")
                    .or("true"),
            Key.optional(
                    "record",
                    Shape.word(RecordForm.values()),
                    "What of the contents is kept; without it, what the connection says."));

    static RuleSettings read(Entries entries) {
        return new RuleSettings(
                entries.text("id"),
                OnSettings.read(entries.part("on")),
                entries.maybeText("when"),
                then(entries),
                entries.maybeText("because"),
                entries.flag("enforce"),
                entries.maybeWord("record", RecordForm.values()));
    }

    private static Then then(Entries entries) {
        return switch (entries.maybeText("then").orElse("approval")) {
            case "allow" -> new Then.Allow();
            case "deny" -> new Then.Deny();
            default ->
                new Then.NeedsApproval(
                        ApprovalSettings.read(entries.part("then").part("approval")));
        };
    }
}
