package dev.gatehouse.postgres.relay;

import dev.gatehouse.approval.Notice;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Category;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.NoticeResponse;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// Error and notice messages that the gateway itself speaks.
public final class Errors {
    private Errors() {}

    static ErrorResponse response(ErrorWords words) {
        return new ErrorResponse(diagnostic("ERROR", words));
    }

    /// An error after which the connection is closed.
    public static ErrorResponse fatal(String sqlState, String message, String hint) {
        return new ErrorResponse(diagnostic("FATAL", ErrorWords.of(sqlState, message, hint)));
    }

    /// A sentence of the gateway's that has nothing to do with any statement.
    static NoticeResponse announced(String sentence) {
        return new NoticeResponse(diagnostic("NOTICE", ErrorWords.of("00000", sentence, "")));
    }

    /// Tells a client, once, why values look odd.
    static NoticeResponse maskedNotice(List<ColumnMask> masked) {
        String columns = masked.stream().map(Errors::describe).distinct().collect(Collectors.joining(", "));
        return new NoticeResponse(diagnostic(
                "NOTICE",
                ErrorWords.of(
                        "00000",
                        "Gatehouse masks personal data in this answer: " + columns + ".",
                        "This is said once in a session. Masked values cannot be written back.")));
    }

    private static String describe(ColumnMask mask) {
        String categories =
                mask.categories().stream().map(Category::name).sorted().collect(Collectors.joining(" and "));
        String why = categories.isEmpty() ? "origin not proved" : categories;
        return mask.name() + " (" + why + ": "
                + (mask.scan() ? "scan" : mask.method().word()) + ")";
    }

    /// Tells a client that it waits for people, and for whom.
    static NoticeResponse held(Notice notice) {
        String place = notice.link().map(link -> " (" + link + ")").orElse("");
        String message = notice.waited().isZero()
                ? "Gatehouse holds this until " + notice.from() + " has decided: request " + notice.request() + place
                        + "."
                : "Still waiting for " + notice.from() + ": request " + notice.request() + place + ".";
        return new NoticeResponse(diagnostic(
                "NOTICE",
                new ErrorWords(
                        "00000",
                        message,
                        "rule=" + notice.rule() + " request=" + notice.request(),
                        "It waits " + notice.hold().toSeconds() + " s at most; the request stays open until "
                                + notice.openUntil().truncatedTo(ChronoUnit.SECONDS)
                                + ". Cancel to withdraw it.",
                        0)));
    }

    private static Diagnostic diagnostic(String severity, ErrorWords words) {
        var diagnostic =
                Diagnostic.of(severity, words.sqlState(), words.message().replace("\0", ""));
        if (!words.detail().isEmpty()) {
            diagnostic = diagnostic.with(Diagnostic.DETAIL, words.detail());
        }
        if (!words.hint().isEmpty()) {
            diagnostic = diagnostic.with(Diagnostic.HINT, words.hint());
        }
        return words.position() > 0
                ? diagnostic.with(Diagnostic.POSITION, Integer.toString(words.position()))
                : diagnostic;
    }
}
