package dev.gatehouse.gateway;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.approval.Approvals.Answer;
import dev.gatehouse.approval.Foreseen;
import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.gateway.Admission.Admitted;
import dev.gatehouse.gateway.Admission.Refused;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Verdict;
import dev.gatehouse.recording.RecordingFailed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// One client, known and let in, talking to one connection.
///
/// Nothing of a session reaches its target except through [#admit]. Any thread may admit; the order on record is the
/// order in which calls arrive.
public final class Session {
    private final Id id;
    private final Principal principal;
    private final String connection;
    private final LoginRequest login;
    private final Optional<Id> credential;
    private final Shared shared;
    private final SessionRecord record;
    private final Counts counts = new Counts();
    private final SessionEnd end = new SessionEnd();
    private final Draining draining = new Draining();
    private final Announcements announcements = new Announcements();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final FlightEvents.OfSession flight = new FlightEvents.OfSession();
    private final Holds holds;
    private final Rulings rulings;

    /// @param credential the minted credential that opened it, if one did
    /// @param standing asked again whenever people have let something go on
    Session(
            Id id,
            Principal principal,
            LoginRequest login,
            Optional<Id> credential,
            Shared shared,
            SessionRecord record,
            Standing standing) {
        this.id = id;
        this.principal = principal;
        this.connection = login.connection();
        this.login = login;
        this.credential = credential;
        this.shared = shared;
        this.record = record;
        flight.begin();
        holds = new Holds(id, shared.approvals(), record);
        rulings = new Rulings(principal, login, shared, end, record.quota(), standing);
    }

    /// Decides one operation; without the [Exchange] that this returns nothing can be sent to the target.
    ///
    /// **This is the product.** The order, here and in the exchange: record what was asked, decide, record the
    /// decision, perhaps hold for people and record their answer; then, only with an exchange in hand, forward
    /// ([Upstream#forward]), mask ([Exchange#masks]), record what goes back and release it ([Downstream#release]),
    /// and record how it ended ([Exchange#answered]). Blocks as long as people take to answer. Never throws: what
    /// cannot be recorded is refused.
    ///
    /// @param client is told while it is held
    public Admission admit(Operation operation, HeldClient client) {
        return admit(operation, Optional.empty(), client);
    }

    /// The same for an operation that ran and was rolled back, because it changed another number of rows than people
    /// had seen: they are asked again, with that number.
    public Admission admitAgain(Operation operation, long changed, HeldClient client) {
        return admit(operation, Optional.of(changed), client);
    }

    private Admission admit(Operation operation, Optional<Long> changed, HeldClient client) {
        Id asked = shared.ids().next();
        try {
            var ruling = rulings.on(operation);
            record.asked(asked, operation);
            var decision = ruling.decide();
            record.decided(asked, operation, decision, ruling.masks());
            return switch (decision) {
                case Decision.Deny deny -> refused(asked, operation, deny);
                case Decision.Allow allow -> admitted(asked, allow, List.of(), Optional.empty(), ruling);
                case Decision.Hold hold -> {
                    var answer = holds.ask(asked, ruling.facts(), hold.asking(), changed, client);
                    yield switch (answer) {
                        case Answer.Refused no -> refused(asked, hold, no);
                        case Answer.Granted granted -> decidedAgain(asked, operation, hold, granted, client);
                    };
                }
            };
        } catch (RecordingFailed failure) {
            return new Refused(Refusals.notRecorded(id, asked));
        }
    }

    /// The same for a client that cannot be held: what needs people is asked of them, and refused for now.
    public Admission admit(Operation operation) {
        return admit(operation, HeldClient.ABSENT);
    }

    /// Decides whether a statement may be prepared: only a denial refuses. What asks for approval, or limits an answer,
    /// is settled by [#admit] when it is bound to its parameters.
    public Admission admitPreparation(Operation.Statement statement) {
        Id asked = shared.ids().next();
        try {
            var ruling = rulings.on(statement);
            record.preparationAsked(asked, statement);
            var decision = ruling.decidePreparation();
            record.decided(asked, statement, decision, ruling.masks());
            return switch (decision) {
                case Decision.Deny deny -> refused(asked, statement, deny);
                case Decision.Allow(var verdicts, var _) ->
                    admitted(asked, new Decision.Allow(verdicts, List.of()), List.of(), Optional.empty(), ruling);
                case Decision.Hold(var verdicts, var _, var _) ->
                    admitted(asked, new Decision.Allow(verdicts, List.of()), List.of(), Optional.empty(), ruling);
            };
        } catch (RecordingFailed failure) {
            return new Refused(Refusals.notRecorded(id, asked));
        }
    }

    /// Records bytes that the client supplies to an operation under way, such as the rows of a COPY; before they are
    /// forwarded. Ends the session when that uses up a quota.
    public void supplied(Exchange exchange, Slice bytes) {
        record.supplied(exchange.operationId(), bytes);
        if (record.quota().recordedEnough()) {
            end(Quotas.RECORDED, "As much as may be was recorded for you within an hour (" + Quotas.RECORDED + ").");
        }
    }

    /// Rules may have changed while people thought, and so may what the statement means. What they granted runs only
    /// under rules that still ask no more, as the very operation they saw.
    private Admission decidedAgain(
            Id asked, Operation seen, Decision.Hold granted, Answer.Granted answer, HeldClient client) {
        var now = Holds.again(seen, client);
        if (now.isEmpty()) {
            return changed(asked, granted, "What this statement means changed while it waited.");
        }
        var operation = now.get();
        var ruling = rulings.on(operation);
        var decision = ruling.decideAgain();
        record.decided(asked, operation, decision, ruling.masks());
        return switch (decision) {
            case Decision.Allow allow -> admitted(asked, allow, granted.asking(), answer.foreseen(), ruling);
            case Decision.Hold hold
            when granted.asking().containsAll(hold.asking()) ->
                admitted(
                        asked,
                        new Decision.Allow(hold.verdicts(), hold.limits()),
                        granted.asking(),
                        answer.foreseen(),
                        ruling);
            case Decision.Hold hold ->
                changed(asked, hold, "The rules changed while this waited and now ask for more.");
            case Decision.Deny deny -> refused(asked, operation, deny);
        };
    }

    /// An answer under way reached a limit: people are asked whether it may go on. Empty when it may.
    Optional<Refusal> overLimit(Exchange exchange, Verdict limit, HeldClient client) {
        Id asked = exchange.operationId();
        var facts = rulings.on(exchange.operation()).facts();
        return switch (holds.ask(asked, facts, List.of(limit), client)) {
            case Answer.Granted _ -> notAnyMore(exchange);
            case Answer.Refused no ->
                Optional.of(
                        no.why() == Approvals.Why.NOBODY ? Refusals.limit(limit, id, asked) : people(asked, limit, no));
        };
    }

    /// Why an answer that people let go on must end all the same: it is decided again, under the rules in force now.
    private Optional<Refusal> notAnyMore(Exchange exchange) {
        Id asked = exchange.operationId();
        var operation = exchange.operation();
        var ruling = rulings.on(operation);
        var decision = ruling.decideAgain();
        record.decided(asked, operation, decision, ruling.masks());
        return switch (decision) {
            case Decision.Deny deny -> Optional.of(Refusals.of(deny.refusing(), operation, id, asked));
            case Decision.Allow _, Decision.Hold _ ->
                exchange.terms().exceeded(decision, ruling.masks()).map(rule -> Refusals.stricter(rule, id, asked));
        };
    }

    private Admission admitted(
            Id asked, Decision.Allow allow, List<Verdict> granted, Optional<Foreseen> foreseen, Rulings.Ruling ruling) {
        var meter = new Meter(allow.limits(), shared.rows(), counts, principal.root(), connection, shared.clock());
        var terms = new Terms(granted, allow.limits(), ruling.masks(), foreseen);
        return new Admitted(new Exchange(
                this, asked, ruling.facts().operation(), terms, ruling.hidesWords(), meter, shared.clock()));
    }

    private Admission refused(Id asked, Operation operation, Decision.Deny deny) {
        return new Refused(Refusals.of(deny.refusing(), operation, id, asked));
    }

    private Admission refused(Id asked, Decision.Hold hold, Answer.Refused no) {
        return new Refused(people(asked, hold.asking().getFirst(), no));
    }

    /// A session that was ended while it waited says so in the words it was ended with.
    private Refusal people(Id asked, Verdict asking, Answer.Refused no) {
        var over = no.why() == Approvals.Why.LEFT
                ? end.decision(principal, shared.clock().instant())
                        .flatMap(deny -> deny.refusing().because())
                : Optional.<String>empty();
        return Refusals.people(asking, over.map(no::saying).orElse(no), id, asked);
    }

    private Admission changed(Id asked, Decision.Hold hold, String message) {
        return new Refused(Refusals.changed(hold.asking().getFirst(), message, id, asked));
    }

    /// The client asks to stop what it waits for; false when it does not wait for people.
    public boolean cancelHold() {
        return holds.cancel();
    }

    /// The client is gone: nobody waits for people any more, and their request stays open.
    public void clientLeft() {
        holds.leave();
    }

    /// Ends the session from any thread: nothing is admitted any more, and the protocol is told so that it can say
    /// goodbye in its own words.
    ///
    /// @param reason a word for the record
    /// @param message a sentence for the client
    public void end(String reason, String message) {
        ending(reason, message).run();
    }

    /// Ends the session at once and returns what is left to do: tell the client, which takes as long as it reads.
    Runnable ending(String reason, String message) {
        var goodbye = end.now(reason, message);
        holds.leave();
        return goodbye;
    }

    /// Asks the protocol to end the session where nothing is cut in two; at once where the protocol has no better idea.
    void drain() {
        draining.begin().ifPresentOrElse(Runnable::run, this::drained);
    }

    /// What the protocol does when the gateway stops: it calls [#drained] as soon as nothing of the client's is under
    /// way. Called at once if the gateway stops already.
    public void onDrain(Runnable soon) {
        draining.tell(soon);
    }

    /// Ends the session because the gateway stops.
    public void drained() {
        end("gateway-stops", "Gatehouse is shutting down; connect again later.");
    }

    /// What the protocol does when the session is ended from outside; called at once if it already was.
    public void onEnd(java.util.function.Consumer<String> goodbye) {
        end.tell(goodbye);
    }

    /// A mistake of the gateway's own ends the session: nothing is admitted any more, and the record says so. The
    /// protocol says goodbye itself.
    public void broken() {
        Runnable _ = end.now("gateway-mistake", "Gatehouse made a mistake; this session ends.");
    }

    /// Called by the protocol when client or target are gone; only the first call counts.
    public void closed() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        holds.leave();
        try {
            record.ended(end.reason().orElse("closed"));
        } finally {
            shared.sessions().remove(this);
            flight.ended(id, connection, end.reason().orElse("closed"));
        }
    }

    /// Counts values that were shown masked.
    void masked(long cells) {
        if (cells > 0) {
            shared.sessions().masked(cells);
        }
    }

    /// What its client is told as soon as its protocol can.
    public Announcements announcements() {
        return announcements;
    }

    public Id id() {
        return id;
    }

    public Principal principal() {
        return principal;
    }

    public String connectionName() {
        return connection;
    }

    public LoginRequest login() {
        return login;
    }

    /// The minted credential that opened this session, if one did.
    public Optional<Id> credential() {
        return credential;
    }

    SessionRecord record() {
        return record;
    }

    int largestMaskedRow() {
        return shared.largestMaskedRow();
    }

    /// Whether the credential still carries the session.
    public boolean live() {
        return end.decision(principal, shared.clock().instant()).isEmpty();
    }

    /// Whether the connection shows what nobody classified.
    public boolean passesUnclassified() {
        return rulings.connection().unclassified() == Connection.Unclassified.NONE;
    }
}
