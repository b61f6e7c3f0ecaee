package dev.gatehouse.gateway;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Operation;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Verdict;
import java.time.Duration;
import java.util.Optional;

/// The words of a refusal: the rule's own reason, and what can be done.
final class Refusals {
    private static final String MASKED_ROW = "limits.masked-row";

    private Refusals() {}

    /// Nothing runs without a record.
    static Refusal notRecorded(Id session, Id asked) {
        return new Refusal(
                "record-unavailable",
                "The record cannot be written, so nothing runs.",
                "Tell the operator of this gateway; its log says why.",
                session,
                asked);
    }

    static Refusal of(Verdict refusing, Operation asked, Id session, Id operation) {
        return new Refusal(
                refusing.rule(),
                refusing.because().orElse("The rule \"" + refusing.rule() + "\" does not allow this."),
                hint(refusing.rule(), asked),
                session,
                operation);
    }

    /// What people said, or that they said nothing in time.
    static Refusal people(Verdict asking, Approvals.Answer.Refused no, Id session, Id operation) {
        var kind = switch (no.why()) {
            case DENIED, UNDECIDED, NOBODY -> Refusal.Kind.REFUSED;
            case TOO_MANY -> Refusal.Kind.LIMIT;
            case CANCELLED -> Refusal.Kind.CANCELLED;
            case LEFT -> Refusal.Kind.OVER;
        };
        return new Refusal(asking.rule(), no.because(), no.hint(), session, operation, kind);
    }

    /// The rules, or the statement, became others while people thought.
    static Refusal changed(Verdict asking, String message, Id session, Id operation) {
        return new Refusal(asking.rule(), message, "Ask again.", session, operation);
    }

    /// People let an answer go on, and what is in force by now asks for more than they were asked.
    static Refusal stricter(String rule, Id session, Id operation) {
        return new Refusal(
                rule,
                "The rules changed while this waited, and now ask for more or show otherwise.",
                "Ask again.",
                session,
                operation);
    }

    /// A limit that an answer reached while it flowed.
    static Refusal limit(Verdict limit, Id session, Id operation) {
        var approval = limit.approval();
        var threshold = approval.flatMap(a -> a.over()).map(o -> o.threshold()).orElse(0L);
        var unit = approval.flatMap(a -> a.over())
                .map(o -> o.measure().name().toLowerCase(java.util.Locale.ROOT))
                .orElse("rows");
        var from = approval.map(a -> a.fromText()).orElse("somebody");
        return new Refusal(
                limit.rule(),
                limit.because().orElse("More than " + threshold + " " + unit + per(approval) + " need an approval."),
                "Narrow it down, or ask " + from + ".",
                session,
                operation);
    }

    /// What a limit is counted over, where that is more than the statement at hand.
    private static String per(Optional<Approval> approval) {
        return approval.flatMap(Approval::over)
                .map(Approval.Over::per)
                .map(per -> switch (per.span()) {
                    case STATEMENT -> " in one answer";
                    case SESSION -> " in one session";
                    case WINDOW -> " within " + minutes(per.window());
                })
                .orElse("");
    }

    private static String minutes(Duration window) {
        long minutes = Math.max(1, window.toMinutes());
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }

    /// A quota of the person behind the session is used up.
    static Verdict quota(String limit) {
        var because = limit.equals(Quotas.RECORDED)
                ? "As much as may be was recorded for you within an hour."
                : "You have asked as often as you may within a minute.";
        return new Verdict(limit, Verdict.Vote.DENY, false, Optional.of(because), Optional.empty());
    }

    /// A row in which something is masked is held in memory as a whole, so its size has a limit.
    static Refusal largeRow(int bytes, int most, Id session, Id operation) {
        return new Refusal(
                MASKED_ROW,
                "A row of " + bytes + " bytes, in which something is masked, is larger than the limit of " + most
                        + " bytes.",
                hint(MASKED_ROW),
                session,
                operation);
    }

    private static String hint(String rule, Operation asked) {
        if (!(asked instanceof Operation.HttpCall)) {
            return hint(rule);
        }
        return switch (rule) {
            case BuiltIn.NOT_UNDERSTOOD ->
                "Write the path in its plain form, and leave out what could be read in two ways.";
            case BuiltIn.WRONG_PURPOSE -> "Send the header X-Gatehouse-Purpose: PURPOSE.";
            case BuiltIn.MASK_IN_WRITE -> "Send only fields whose real value you have.";
            default -> hint(rule);
        };
    }

    private static String hint(String rule) {
        return switch (rule) {
            case Quotas.OPERATIONS -> "Wait a minute; the operator of this gateway sets " + rule + ".";
            case Quotas.RECORDED -> "Wait, or read less; the operator of this gateway sets " + rule + ".";
            case MASKED_ROW -> "Select fewer or shorter columns; the operator of this gateway sets " + rule + ".";
            case BuiltIn.NOT_UNDERSTOOD ->
                "Write it in a plainer way: name the columns, use ordinary tables and joins.";
            case BuiltIn.DEFAULT_DENY -> "Ask the operator of this gateway for a rule that allows it.";
            case BuiltIn.PREDICATE_ON_MASKED -> "Filter by a column that is shown to you, such as the id.";
            case BuiltIn.MASK_IN_WRITE -> "Write only columns whose real value you have.";
            case BuiltIn.WRONG_PURPOSE -> "psql: add options='-c gatehouse.purpose=PURPOSE' to the connection string.";
            case BuiltIn.MINTS_CREDENTIAL -> "Use `gatehouse credentials create` for a short-lived credential.";
            default -> "Ask the operator of this gateway; the operation's id finds the decision on record.";
        };
    }
}
