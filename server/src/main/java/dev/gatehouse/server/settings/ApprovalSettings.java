package dev.gatehouse.server.settings;

import dev.gatehouse.policy.Approval;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Format;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `then: { approval: … }` of a rule.
///
/// @param from who may approve
/// @param approvals how many must; default 1
/// @param eachGroup whether one of each group in `from` must; default false
/// @param hold `wait`: how long the client is held; 0s refuses at once; default 2m
/// @param valid how long the request stays open, and once approved can be used; default 30m
/// @param uses how often an approval can be used; default 1
/// @param over the threshold that makes this a limit on an allow instead of a vote
/// @param preview whether approvers see what the operation would do; default true
/// @param tolerance percent by which the effect may exceed the preview; default 10%
/// @param confirmSelf whether the person behind an agent must confirm; default false
public record ApprovalSettings(
        List<String> from,
        int approvals,
        boolean eachGroup,
        Duration hold,
        Duration valid,
        int uses,
        Optional<Approval.Over> over,
        boolean preview,
        int tolerance,
        boolean confirmSelf) {
    public ApprovalSettings {
        from = List.copyOf(from);
    }

    private static final Shape COUNT = new Shape.Whole(0, 1_000_000_000_000L);

    private static final Format<Approval.Per> PER = new Format<>(
            "per",
            "`statement`, `session` or a time such as `1h`",
            "^(statement|session|[0-9]{1,9}(ms|s|m|h|d))$",
            ApprovalSettings::per);

    static final Section KEYS = Section.of(
            "approval",
            "What is asked of people.",
            Key.optional("from", Shape.selectors(), "Who may approve; required unless `confirm` is set."),
            Key.optional("approvals", new Shape.Whole(1, 10), "How many must approve.")
                    .or("1"),
            Key.optional("each-group", new Shape.Flag(), "Whether one of each group in `from` must.")
                    .or("false"),
            Key.optional(
                            "wait",
                            Shape.formatted(Formats.DURATION),
                            "How long the client is held; 0s refuses at once, and the request stays open.")
                    .or("2m"),
            Key.optional(
                            "valid",
                            Shape.formatted(Formats.DURATION),
                            "How long the request stays open and, once approved, can be used.")
                    .or("30m"),
            Key.optional("uses", new Shape.Whole(1, 1000), "How often an approval can be used.")
                    .or("1"),
            Key.optional("over-rows", COUNT, "A limit on an allow instead of a vote: more rows than this."),
            Key.optional("over-bytes", COUNT, "A limit on an allow: more bytes than this."),
            Key.optional("over-subjects", COUNT, "A limit on an allow: more persons than this."),
            Key.optional(
                            "per",
                            Shape.formatted(PER),
                            "What the limit is counted over, for the person behind and the connection.")
                    .or("statement"),
            Key.optional("preview", new Shape.Flag(), "Whether approvers see what the operation would do.")
                    .or("true"),
            Key.optional(
                            "tolerance",
                            Shape.formatted(Formats.PERCENT),
                            "By how much the effect may exceed the preview.")
                    .or("10%"),
            Key.optional(
                    "confirm",
                    new Shape.Word(List.of("self")),
                    "The person behind the agent must say yes by a fresh sign-in."));

    static ApprovalSettings read(Entries entries) {
        return new ApprovalSettings(
                entries.texts("from"),
                entries.whole("approvals"),
                entries.flag("each-group"),
                entries.value("wait", Formats.DURATION),
                entries.value("valid", Formats.DURATION),
                entries.whole("uses"),
                over(entries),
                entries.flag("preview"),
                entries.value("tolerance", Formats.PERCENT),
                entries.written("confirm"));
    }

    private static Optional<Approval.Over> over(Entries entries) {
        var per = entries.value("per", PER);
        return over(entries, "over-rows", Approval.Measure.ROWS, per)
                .or(() -> over(entries, "over-bytes", Approval.Measure.BYTES, per))
                .or(() -> over(entries, "over-subjects", Approval.Measure.SUBJECTS, per));
    }

    private static Optional<Approval.Over> over(
            Entries entries, String key, Approval.Measure measure, Approval.Per per) {
        return entries.maybeWhole(key).map(threshold -> new Approval.Over(measure, threshold, per));
    }

    private static Optional<Approval.Per> per(String text) {
        return switch (text) {
            case "statement" -> Optional.of(Approval.Per.STATEMENT);
            case "session" -> Optional.of(Approval.Per.SESSION);
            default ->
                Formats.DURATION
                        .read(text)
                        .filter(Duration::isPositive)
                        .map(window -> new Approval.Per(Approval.Span.WINDOW, window));
        };
    }
}
