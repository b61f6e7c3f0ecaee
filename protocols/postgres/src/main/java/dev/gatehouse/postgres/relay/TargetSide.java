package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.postgres.relay.Expected.BindAnswer;
import dev.gatehouse.postgres.relay.Expected.CloseAnswer;
import dev.gatehouse.postgres.relay.Expected.DescribePortal;
import dev.gatehouse.postgres.relay.Expected.DescribeStatement;
import dev.gatehouse.postgres.relay.Expected.ExecuteAnswer;
import dev.gatehouse.postgres.relay.Expected.Failure;
import dev.gatehouse.postgres.relay.Expected.LookUp;
import dev.gatehouse.postgres.relay.Expected.ParseAnswer;
import dev.gatehouse.postgres.relay.Expected.QueryAnswer;
import dev.gatehouse.postgres.relay.Expected.SyncAnswer;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CommandComplete;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.WireException;
import java.io.IOException;

/// Reads the target, matches each message with what is expected, masks, counts, records and releases.
///
/// One thread. An unexpected message ends the session: whatever it means, it was not understood.
final class TargetSide {
    private final Inbound in;
    private final Outbound out;
    private final Pending pending;
    private final Conversation conversation;
    private final RowAnswers rows;
    private final LimitedAnswer answer;
    private final Words words;
    private final Boundary boundary;

    /// The target said ErrorResponse in an extended batch, or a limit ended an answer: nothing but ReadyForQuery
    /// counts.
    private boolean skipping;

    /// As [#skipping], but the target goes on and its answers are swallowed.
    private boolean swallowing;

    TargetSide(
            Inbound in,
            Outbound out,
            Pending pending,
            Conversation conversation,
            RowAnswers rows,
            Words words,
            Boundary boundary) {
        this.boundary = boundary;
        this.in = in;
        this.out = out;
        this.pending = pending;
        this.conversation = conversation;
        this.rows = rows;
        this.words = words;
        answer = new LimitedAnswer(in, out, conversation, rows, words);
    }

    /// Runs until the target closes. What was collected is released whenever no further whole message has arrived.
    void run() throws IOException {
        while (in.next()) {
            boundary.answering();
            message();
            if (out.full() || !in.another()) {
                out.flush();
                boundary.answered();
            }
        }
        out.flush();
    }

    private void message() throws IOException {
        if (in.begun() && longRow()) {
            return;
        }
        if (in.begun()) {
            in.whole();
        }
        switch (in.type()) {
            case 'S' -> conversation.parameterStatus(in, out);
            case 'A' -> words.notification(in, out);
            case 'N' -> words.notice(in, out, pending.head());
            default -> answer(pending.head().orElseThrow(() -> unexpected("nothing")));
        }
    }

    /// A row too long to be put together for nothing: it passes in pieces, or is dropped in pieces.
    private boolean longRow() throws IOException {
        if (swallowing || answer.stopped()) {
            while (in.more()) {
                // Dropped.
            }
            return true;
        }
        Exchange exchange;
        var head = pending.head().orElseThrow(() -> unexpected("nothing"));
        if (head instanceof QueryAnswer query) {
            exchange = query.exchange();
        } else if (head instanceof ExecuteAnswer execute) {
            rows.of(execute.portal());
            exchange = execute.portal().exchange();
        } else {
            return false;
        }
        return !skipping && answer.longRow(exchange);
    }

    private void answer(Expected expected) throws IOException {
        if (skipping || swallowing) {
            skipped();
            return;
        }
        switch (expected) {
            case QueryAnswer(Exchange exchange, Shown shown) -> query(exchange, shown);
            case Expected.Owned owned -> owned(owned);
            case ParseAnswer(Exchange _, PreparedStatement prepared) -> parse(prepared);
            case BindAnswer(Portal portal) -> bind(portal);
            case DescribeStatement(PreparedStatement _) -> describeStatement();
            case DescribePortal(Portal portal, boolean own) -> describePortal(portal, own);
            case ExecuteAnswer(Portal portal) -> execute(portal);
            case CloseAnswer close -> close(close);
            case SyncAnswer _ -> sync();
            case Failure failure -> failure(failure);
            case LookUp look -> lookUp(look);
        }
    }

    private void query(Exchange exchange, Shown shown) throws IOException {
        switch (in.type()) {
            case 'T' -> rows.described(in, out, shown);
            case 'D' -> answer.row(exchange);
            case 'C', 'I' -> answer.completed();
            case 'E' -> answer.failed(shown);
            case 'G', 'H', 'd', 'c' -> answer.copy(exchange, shown);
            case 'Z' -> {
                exchange.answered(answer.finished());
                ready();
            }
            default -> throw unexpected("the answer to a query");
        }
    }

    /// What its end means is settled by the client's side; an error is told at once.
    private void owned(Expected.Owned owned) throws IOException {
        switch (in.type()) {
            case 'C' -> {
                if (BackendMessage.decode(in.array(), in.start(), in.end()) instanceof CommandComplete done) {
                    owned.tried().completed(done);
                }
            }
            case 'E' -> owned.tried().failed(words.error(in, out, owned.shown()));
            case 'Z' -> {
                conversation.status(in.array()[in.bodyStart()]);
                pending.done();
                out.flush();
                owned.tried().over();
            }
            default -> throw unexpected("the answer to a statement without rows");
        }
    }

    private void parse(PreparedStatement prepared) throws IOException {
        if (in.type() == 'E') {
            words.errorOfParse(in, out);
            skipping = true;
            return;
        }
        simple('1', "ParseComplete");
        conversation.statements().confirm(prepared.name(), prepared);
    }

    private void bind(Portal portal) throws IOException {
        if (in.type() == 'E') {
            portal.answered(words.error(in, out, portal.shown()));
            skipping = true;
            return;
        }
        simple('2', "BindComplete");
        conversation.portals().confirm(portal.name(), portal);
    }

    private void describeStatement() throws IOException {
        switch (in.type()) {
            case 't' -> pass();
            case 'T', 'n' -> {
                pass();
                pending.done();
            }
            case 'E' -> {
                words.errorOfParse(in, out);
                skipping = true;
            }
            default -> throw unexpected("the description of a statement");
        }
    }

    private void describePortal(Portal portal, boolean own) throws IOException {
        switch (in.type()) {
            case 'T' -> {
                rows.describedPortal(in, out, portal, !own);
                pending.done();
            }
            case 'n' -> {
                if (!own) {
                    pass();
                }
                pending.done();
            }
            case 'E' -> {
                portal.answered(words.error(in, out, portal.shown()));
                skipping = true;
            }
            default -> throw unexpected("the description of a portal");
        }
    }

    private void execute(Portal portal) throws IOException {
        var exchange = portal.exchange();
        switch (in.type()) {
            case 'D' -> {
                rows.of(portal);
                answer.row(exchange);
            }
            case 'C', 'I', 's' -> executed(portal);
            case 'E' -> {
                answer.failed(portal.shown());
                portal.answered(answer.finished());
                skipping = true;
            }
            case 'G', 'H', 'd', 'c' -> answer.copy(exchange, portal.shown());
            default -> throw unexpected("the answer to Execute");
        }
    }

    private void executed(Portal portal) {
        boolean suspended = in.type() == 's';
        answer.completed();
        var outcome = answer.finished();
        if (outcome == Outcome.LIMITED) {
            portal.answered(outcome);
            swallowing = true;
            return;
        }
        if (!suspended) {
            portal.answered(Outcome.OK);
        }
        pending.done();
    }

    private void failure(Failure failure) throws IOException {
        switch (in.type()) {
            case 'E' -> {
                out.put(Errors.response(failure.error()));
                failure.exchange().answered(Outcome.ERROR);
                if (!failure.simple()) {
                    pending.done();
                    skipping = true;
                }
            }
            case 'Z' -> ready();
            default -> throw unexpected("the failure that stands for a refusal");
        }
    }

    private void lookUp(LookUp look) throws IOException {
        if (in.type() == 'Z') {
            look.exchange().answered(Outcome.OK);
            conversation.status(in.array()[in.bodyStart()]);
            pending.done();
            look.rows().complete();
        } else {
            look.rows().take(in);
        }
    }

    private void close(CloseAnswer close) throws IOException {
        simple('3', "CloseComplete");
        if (close.statement()) {
            conversation.statements().closed(close.name());
        } else {
            conversation.portals().closed(close.name());
        }
    }

    private void simple(char type, String name) throws IOException {
        if (in.type() != type) {
            throw unexpected(name);
        }
        pass();
        pending.done();
    }

    /// ReadyForQuery ends whatever is at the head.
    private void sync() throws IOException {
        if (in.type() == 'E') {
            words.errorAtSync(in, out);
        } else {
            ready();
        }
    }

    private void ready() throws IOException {
        if (in.type() != 'Z' || in.bodySize() != 1) {
            throw unexpected("ReadyForQuery");
        }
        conversation.status(in.array()[in.bodyStart()]);
        words.announce(out);
        pass();
        pending.done();
        conversation.settled(pending.isEmpty());
    }

    /// After an error everything up to Sync is skipped by the target; the entries that wait for it did not run.
    private void skipped() throws IOException {
        if (in.type() != 'Z') {
            if (skipping) {
                throw unexpected("ReadyForQuery after an error");
            }
            return;
        }
        while (!(pending.head().orElseThrow(() -> unexpected("nothing")) instanceof SyncAnswer)) {
            notRun(pending.head().orElseThrow());
            pending.done();
        }
        skipping = false;
        swallowing = false;
        ready();
    }

    private static void notRun(Expected expected) {
        switch (expected) {
            case BindAnswer(Portal portal) -> portal.answered(Outcome.NOT_RUN);
            case ExecuteAnswer(Portal portal) -> portal.answered(Outcome.NOT_RUN);
            case QueryAnswer(Exchange exchange, Shown _) -> exchange.answered(Outcome.NOT_RUN);
            case Expected.Owned owned -> owned.exchange().answered(Outcome.NOT_RUN);
            case Failure failure -> failure.exchange().answered(Outcome.NOT_RUN);
            case ParseAnswer _, DescribePortal _, DescribeStatement _, CloseAnswer _, SyncAnswer _, LookUp _ -> {}
        }
    }

    private void pass() {
        out.pass(in);
    }

    private WireException unexpected(String expected) {
        return WireException.violation(
                "the target sent " + Frames.name(in.type()) + " where " + expected + " was expected");
    }
}
