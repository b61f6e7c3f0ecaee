package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.postgres.Understanding;
import dev.gatehouse.postgres.relay.Expected.BindAnswer;
import dev.gatehouse.postgres.relay.Expected.CloseAnswer;
import dev.gatehouse.postgres.relay.Expected.DescribePortal;
import dev.gatehouse.postgres.relay.Expected.DescribeStatement;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import dev.gatehouse.postgres.relay.Expected.ExecuteAnswer;
import dev.gatehouse.postgres.relay.Expected.ParseAnswer;
import dev.gatehouse.postgres.relay.Expected.QueryAnswer;
import dev.gatehouse.postgres.relay.Expected.SyncAnswer;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Close;
import dev.gatehouse.postgres.wire.CopyData;
import dev.gatehouse.postgres.wire.CopyDone;
import dev.gatehouse.postgres.wire.CopyFail;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Flush;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.FunctionCall;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.PasswordMessage;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Terminate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Reads the client, understands each message, has it admitted, and forwards it. One thread.
///
/// Forwarded bytes are the client's own, unchanged. A message that is not handled is refused, never passed.
final class ClientSide {
    private static final String NOT_SUPPORTED = "0A000";
    private static final ErrorWords OUTDATED = ErrorWords.of(
            NOT_SUPPORTED, "Values were copied into a temporary table since this was bound.", "Bind it again.");
    private static final String TOO_MANY = "54000";
    private static final String PROTOCOL_VIOLATION = "08P01";
    private static final int MOST_NAMES = 10_000;

    private final Inbound in;
    private final Session session;
    private final Upstream target;
    private final Pending pending;
    private final Conversation conversation;
    private final SqlNames names;
    private final Texts texts;
    private final SessionView view;
    private final Stand stand;
    private final Boundary boundary;
    private final OwnTransaction own;

    /// Messages are out that the target answers only at Sync.
    private boolean withinBatch;

    private final CopyIn copyIn;
    private final ClientHold hold;
    private boolean ended;

    ClientSide(
            Inbound in,
            Session session,
            Upstream target,
            Pending pending,
            Conversation conversation,
            Understanding understanding,
            SessionView view,
            Stand stand,
            ClientHold hold,
            Boundary boundary,
            OwnTransaction own) {
        this.own = own;
        this.boundary = boundary;
        this.in = in;
        this.session = session;
        this.target = target;
        this.pending = pending;
        this.conversation = conversation;
        this.names = new SqlNames(conversation);
        this.view = view;
        this.stand = stand;
        this.hold = hold;
        texts = new Texts(understanding, view, names, pending, conversation, stand, hold);
        copyIn = new CopyIn(in, session, target);
    }

    /// Runs until the client leaves; true when it said Terminate before.
    boolean run() throws IOException, InterruptedException {
        while (!ended && in.next()) {
            boundary.asked();
            var message = FrontendMessage.decode(in.array(), in.start(), in.end());
            if (!stand.skipping() || message instanceof Sync || message instanceof Terminate) {
                handle(message);
            }
            if (!in.another()) {
                target.flush();
            }
            boundary.handedOn(withinBatch || stand.skipping());
        }
        return ended;
    }

    private void handle(FrontendMessage message) throws IOException, InterruptedException {
        if (!(message instanceof CopyData)) {
            copyIn.forwardCollected();
        }
        switch (message) {
            case Query query -> query(query);
            case Parse parse -> parse(parse);
            case Bind bind -> bind(bind);
            case Describe describe -> describe(describe);
            case Execute execute -> execute(execute);
            case Close close -> close(close);
            case Sync _ -> sync();
            case Flush _ -> forward(stand.housekeeping());
            case CopyData _ -> copyIn.row();
            case CopyDone _, CopyFail _ -> copyIn.end();
            case FunctionCall _ ->
                refuseMessage(NOT_SUPPORTED, "Gatehouse does not pass function calls.", "Use SELECT.");
            case Terminate _ -> ended = true;
            case PasswordMessage _, FrontendMessage.Unknown _ ->
                refuseMessage(
                        PROTOCOL_VIOLATION,
                        "Gatehouse does not know the message type " + Frames.name(in.type()) + " here.",
                        "Report this with the name and version of your client.");
        }
    }

    /// Refuses a message that is no statement, on record like one that was not understood.
    private void refuseMessage(String sqlState, String problem, String hint) throws IOException, InterruptedException {
        var nothing = Slice.utf8("message " + Frames.name(in.type()));
        var statement = new Operation.Statement(
                nothing, nothing.utf8(), List.of(), SqlFacts.notUnderstood(problem), List.of(), nothing);
        switch (session.admit(statement)) {
            case Admission.Refused(var refusal) ->
                stand.fail(true, new ErrorWords(sqlState, problem, refusal.detail(), hint, 0));
            case Admission.Admitted _ ->
                throw new IllegalStateException("ClientSide.refuseMessage: something not understood was admitted");
        }
    }

    /// Says goodbye to the target, after everything that was asked before.
    void terminate() throws IOException {
        target.forward(stand.housekeeping(), Requests.TERMINATE);
        target.flush();
    }

    private void query(Query query) throws IOException, InterruptedException {
        view.boundary();
        var understood = texts.understand(true, withinBatch, query.text(), List.of(), Slice.EMPTY);
        if (understood.isEmpty()) {
            return;
        }
        switch (session.admit(understood.get().statement(), hold)) {
            case Admission.Refused(var refusal) -> texts.refused(true, refusal, understood.get());
            case Admission.Admitted(Exchange exchange) -> {
                texts.inherit(understood.get());
                var shown = new Shown(exchange, understood.get().copies());
                if (own.around(exchange, understood.get())) {
                    own.run(exchange, shown, Slice.copyOf(in.array(), in.start(), in.size()), understood.get());
                    texts.follow(understood.get());
                    return;
                }
                pending.add(new QueryAnswer(exchange, shown));
                texts.announce(understood.get());
                forward(exchange);
                texts.follow(understood.get());
                copyIn.belongsTo(exchange, shown);
            }
        }
    }

    private void parse(Parse parse) throws IOException, InterruptedException {
        var taken = names.statement(parse.statement());
        if (taken.isPresent()) {
            stand.fail(false, taken.get());
            return;
        }
        var understood = texts.understand(false, withinBatch, parse.text(), List.of(), Slice.EMPTY);
        if (understood.isEmpty()) {
            return;
        }
        if (conversation.statements().count() >= MOST_NAMES) {
            stand.fail(false, ErrorWords.of(TOO_MANY, "Too many prepared statements in one session.", "Close some."));
            return;
        }
        switch (session.admitPreparation(understood.get().statement())) {
            case Admission.Refused(var refusal) -> texts.refused(false, refusal, understood.get());
            case Admission.Admitted(Exchange exchange) -> {
                var prepared = new PreparedStatement(parse.statement(), parse.text(), parse.parameterTypes());
                conversation.statements().sent(prepared.name(), prepared);
                pending.add(new ParseAnswer(exchange, prepared));
                withinBatch = true;
                // Parsing locks tables; who prepares wants no answer before Flush or Sync.
                target.forwardWithNext(exchange, in.array(), in.start(), in.size());
            }
        }
    }

    private void bind(Bind bind) throws IOException, InterruptedException {
        var taken = names.portal(bind.portal());
        if (taken.isPresent()) {
            stand.fail(false, taken.get());
            return;
        }
        var prepared = statement(bind.statement());
        if (prepared.isEmpty()) {
            return;
        }
        var understood = texts.understand(
                false,
                withinBatch,
                prepared.get().text(),
                bind.parameters().present(),
                bind.bound(prepared.get().types()));
        if (understood.isEmpty()) {
            return;
        }
        if (conversation.portals().count() >= MOST_NAMES) {
            stand.fail(false, ErrorWords.of(TOO_MANY, "Too many portals in one transaction.", "Close some."));
            return;
        }
        switch (session.admit(understood.get().statement(), hold)) {
            case Admission.Refused(var refusal) -> texts.refused(false, refusal, understood.get());
            case Admission.Admitted(Exchange exchange) -> {
                texts.inherit(understood.get());
                var portal = new Portal(
                        bind.portal(),
                        exchange,
                        new Shown(exchange, understood.get().copies()),
                        view.temporary().and(understood.get().temporary()));
                conversation.portals().sent(portal.name(), portal);
                pending.add(new BindAnswer(portal));
                texts.announce(understood.get());
                forwardInBatch(exchange);
                texts.follow(understood.get());
            }
        }
    }

    private void describe(Describe describe) throws IOException, InterruptedException {
        switch (describe.what()) {
            case STATEMENT -> {
                var prepared = statement(describe.name());
                if (prepared.isPresent()) {
                    pending.add(new DescribeStatement(prepared.get()));
                    forwardInBatch(stand.housekeeping());
                }
            }
            case PORTAL -> {
                var portal = portal(describe.name());
                if (portal.isPresent()) {
                    portal.get().describe();
                    pending.add(new DescribePortal(portal.get(), false));
                    forwardInBatch(portal.get().exchange());
                }
            }
        }
    }

    private void execute(Execute execute) throws IOException, InterruptedException {
        var found = portal(execute.portal());
        if (found.isEmpty()) {
            return;
        }
        var portal = found.get();
        if (portal.outdated(view.temporary())) {
            stand.fail(false, OUTDATED);
            return;
        }
        if (!portal.described()) {
            // Rows can only be masked, and their origin checked, by the description of this very portal.
            portal.describe();
            pending.add(new DescribePortal(portal, true));
            target.forward(portal.exchange(), Requests.describePortal(portal.name()));
        }
        pending.add(new ExecuteAnswer(portal));
        forwardInBatch(portal.exchange());
        copyIn.belongsTo(portal.exchange(), portal.shown());
    }

    private void close(Close close) throws IOException, InterruptedException {
        view.settle(withinBatch);
        pending.add(new CloseAnswer(close.what() == Prepared.STATEMENT, close.name()));
        forwardInBatch(stand.housekeeping());
    }

    private void sync() throws IOException, InterruptedException {
        stand.synced();
        withinBatch = false;
        conversation.nextBatch();
        view.boundary();
        pending.add(new SyncAnswer());
        forward(stand.housekeeping());
    }

    private Optional<PreparedStatement> statement(String name) throws IOException, InterruptedException {
        return found(
                conversation.statements(),
                name,
                ErrorWords.of("26000", "prepared statement \"" + name + "\" does not exist", ""));
    }

    private Optional<Portal> portal(String name) throws IOException, InterruptedException {
        return found(
                conversation.portals(), name, ErrorWords.of("34000", "portal \"" + name + "\" does not exist", ""));
    }

    /// What a name stands for; where that hangs on answers of earlier batches still to come, waits for them. Empty if
    /// an error was sent.
    private <T> Optional<T> found(Named<T> names, String name, ErrorWords otherwise)
            throws IOException, InterruptedException {
        var meaning = names.get(name);
        if (meaning instanceof Named.Meaning.Open<T>) {
            target.forward(stand.housekeeping(), Requests.FLUSH);
            target.flush();
            if (pending.awaitSynced()) {
                conversation.settle();
            }
            meaning = names.get(name);
        }
        if (meaning instanceof Named.Meaning.Known<T>(T value)) {
            return Optional.of(value);
        }
        stand.fail(false, otherwise);
        return Optional.empty();
    }

    private void forward(Exchange exchange) throws IOException {
        target.forward(exchange, in.array(), in.start(), in.size());
    }

    private void forwardInBatch(Exchange exchange) throws IOException {
        withinBatch = true;
        forward(exchange);
    }
}
