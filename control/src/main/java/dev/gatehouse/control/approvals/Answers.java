package dev.gatehouse.control.approvals;

import dev.gatehouse.approval.Approvals.Answer;
import dev.gatehouse.approval.Approvals.Why;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The words in which a hold ends without a yes.
final class Answers {
    private Answers() {}

    static Answer denied(Request request) {
        String words = request.refusal()
                .flatMap(Said::because)
                .filter(text -> !text.isBlank())
                .orElse("An approver refused this.");
        return refused(
                request,
                Why.DENIED,
                words,
                "Request " + request.id() + " was refused by " + asked(request)
                        + ". Change the statement, or talk to them.");
    }

    static Answer undecided(HoldingApprovals.Hold hold) {
        var request = hold.request();
        return refused(
                request,
                Why.UNDECIDED,
                "not decided within " + Ask.words(hold.longest()) + "; request " + request.id() + " open until "
                        + time(request.expires()),
                hold.brief() ? briefly(request) : later(request));
    }

    private static String later(Request request) {
        return asked(request) + " can still decide. Once it is approved, the same statement runs without waiting: "
                + "gatehouse requests show " + request.id();
    }

    private static String briefly(Request request) {
        return "It could not wait longer, because this transaction has written or locked something. Ask before you"
                + " begin: gatehouse requests create " + request.connection() + " \"SQL\" --because TEXT. "
                + later(request);
    }

    static Answer expired(Request request) {
        return refused(
                request,
                Why.UNDECIDED,
                "nobody decided request " + request.id() + " until it expired",
                "Ask again, or talk to " + asked(request) + " first.");
    }

    static Answer withdrawn(Request request) {
        return refused(request, Why.CANCELLED, "request " + request.id() + " was withdrawn", "Ask again if need be.");
    }

    static Answer cancelled(Request request) {
        return refused(
                request,
                Why.CANCELLED,
                "canceling statement due to user request",
                "Request " + request.id() + " is withdrawn.");
    }

    static Answer left(Request request) {
        return refused(request, Why.LEFT, "The client is gone.", "");
    }

    static Answer usedElsewhere(Request request) {
        return refused(
                request,
                Why.UNDECIDED,
                "request " + request.id() + " was approved, and the approval is used up",
                "Ask again.");
    }

    static Answer tooMany() {
        return new Answer.Refused(
                Optional.empty(),
                Why.TOO_MANY,
                "Too many of your requests are undecided (limits.open-requests).",
                "Wait until some are decided, or withdraw them: gatehouse requests list --mine");
    }

    static String asked(Ask ask) {
        String from = ask.approval().fromText();
        if (!ask.approval().confirmSelf()) {
            return from;
        }
        return from.isEmpty() ? "the person behind" : from + " and the person behind";
    }

    private static String asked(Request request) {
        return asked(request.asks().getFirst());
    }

    private static String time(Instant when) {
        return when.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Answer refused(Request request, Why why, String because, String hint) {
        return new Answer.Refused(Optional.of(request.id()), why, because, hint);
    }
}
