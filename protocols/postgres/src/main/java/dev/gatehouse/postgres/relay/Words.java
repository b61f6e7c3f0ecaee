package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Announcements;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.postgres.relay.Expected.ExecuteAnswer;
import dev.gatehouse.postgres.relay.Expected.QueryAnswer;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.NoticeResponse;
import dev.gatehouse.postgres.wire.NotificationResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the target says in words: errors, notices, notifications. Words quote values, so they are cut back where a
/// value could be one that this client may not see. One thread, the target's side.
final class Words {
    /// Severity, code, position, and the names of objects: nothing that quotes a value.
    private static final Set<Character> SAFE_FIELDS = Set.of('S', 'V', 'C', 'P', 's', 't', 'c', 'd', 'n');

    /// Detail, context and internal query quote whole rows when a write fails.
    private static final Set<Character> QUOTING_FIELDS = Set.of('D', 'W', 'q');

    private static final String CANCELLED = "57014";
    private static final char ROUTINE = 'R';

    /// The routine of the server that speaks for RAISE, whatever SQLSTATE and level it was given.
    private static final String RAISE = "exec_stmt_raise";

    private final boolean passPayloads;
    private final Announcements announcements;

    /// @param passPayloads whether payloads of notifications, and the server's talk of itself, pass: only where
    /// unclassified
    ///     data does
    /// @param announcements what the gateway itself wants to tell
    Words(boolean passPayloads, Announcements announcements) {
        this.passPayloads = passPayloads;
        this.announcements = announcements;
    }

    /// Tells what waits to be told. Called where one answer is over and the next has not begun.
    void announce(Outbound out) {
        for (var next = announcements.next(); next.isPresent(); next = announcements.next()) {
            out.about(Optional.empty(), List.of());
            out.put(Errors.announced(next.get()));
        }
    }

    /// Releases the target's error about a statement, as far as it may be read.
    Outcome error(Inbound in, Outbound out, Shown shown) {
        if (!(decode(in) instanceof ErrorResponse(Diagnostic said))) {
            throw new IllegalStateException("Words.error was called at another message");
        }
        out.put(shown.insteadOfError().map(Errors::response).orElseGet(() -> new ErrorResponse(visible(said, shown))));
        return said.sqlState().equals(CANCELLED) ? Outcome.CANCELLED : Outcome.ERROR;
    }

    /// An error about a statement that has not seen any row yet: it can only quote the client's own text.
    void errorOfParse(Inbound in, Outbound out) {
        out.pass(in);
    }

    void notice(Inbound in, Outbound out, Optional<Expected> during) {
        if (!(decode(in) instanceof NoticeResponse(Diagnostic said))) {
            throw new IllegalStateException("Words.notice was called at another message");
        }
        if (!passPayloads && chatter(said)) {
            return;
        }
        during.flatMap(Words::shown)
                .ifPresentOrElse(shown -> out.put(new NoticeResponse(visible(said, shown))), () -> out.pass(in));
    }

    /// What a server says of itself at LOG and DEBUG, such as the plans of `debug_print_plan`: constants that it
    /// folded, statistics, and the gateway's own look-ups.
    private static boolean chatter(Diagnostic said) {
        return said.severity().equals("LOG") || said.severity().startsWith("DEBUG");
    }

    private static Optional<Shown> shown(Expected expected) {
        return switch (expected) {
            case QueryAnswer query -> Optional.of(query.shown());
            case Expected.Owned owned -> Optional.of(owned.shown());
            case ExecuteAnswer execute -> Optional.of(execute.portal().shown());
            default -> Optional.empty();
        };
    }

    /// What another session put into a notification's payload nobody classified.
    void notification(Inbound in, Outbound out) {
        if (!passPayloads && decode(in) instanceof NotificationResponse said) {
            out.put(new NotificationResponse(said.processId(), said.channel(), ""));
        } else {
            out.pass(in);
        }
    }

    private static Diagnostic visible(Diagnostic said, Shown shown) {
        if (shown.hidesWords()) {
            return withheld(said);
        }
        return shown.quotesRows() ? withoutRows(said) : said;
    }

    /// What a trigger raises, or an expression over stored rows chokes on, quotes them in the message itself.
    private static Diagnostic withoutRows(Diagnostic said) {
        if (said.sqlState().startsWith("P0")
                || said.field(ROUTINE).filter(RAISE::equals).isPresent()) {
            return withheld(said);
        }
        var visible = said;
        for (char field : QUOTING_FIELDS) {
            visible = visible.without(field);
        }
        return visible;
    }

    /// An error at Sync: what was deferred to the end of the implicit transaction, of whichever statement.
    void errorAtSync(Inbound in, Outbound out) {
        if (decode(in) instanceof ErrorResponse(Diagnostic said)) {
            out.put(new ErrorResponse(withheld(said)));
        }
    }

    private static Diagnostic withheld(Diagnostic said) {
        var kept = new LinkedHashMap<Character, String>();
        said.fields().forEach((code, text) -> {
            if (SAFE_FIELDS.contains(code)) {
                kept.put(code, text);
            }
        });
        String message = said.sqlState().equals(CANCELLED)
                ? "canceling statement due to user request"
                : "the database reported " + said.sqlState()
                        + "; Gatehouse withholds its words because they could quote masked values";
        kept.put(Diagnostic.MESSAGE, message);
        return new Diagnostic(kept);
    }

    private static BackendMessage decode(Inbound in) {
        return BackendMessage.decode(in.array(), in.start(), in.end());
    }
}
