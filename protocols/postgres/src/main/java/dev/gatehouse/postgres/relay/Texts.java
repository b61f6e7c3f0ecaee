package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.postgres.Understanding;
import dev.gatehouse.postgres.Understanding.Understood;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What the texts of one session mean, one after the other: each is understood as names resolve at its turn, and what
/// it changes is followed for those after it. One thread, the client's side.
final class Texts {
    private static final String NOT_SUPPORTED = "0A000";

    private final Understanding understanding;
    private final SessionView view;
    private final SqlNames names;
    private final Pending pending;
    private final Conversation conversation;
    private final Stand stand;
    private final ClientHold hold;

    Texts(
            Understanding understanding,
            SessionView view,
            SqlNames names,
            Pending pending,
            Conversation conversation,
            Stand stand,
            ClientHold hold) {
        this.understanding = understanding;
        this.view = view;
        this.names = names;
        this.pending = pending;
        this.conversation = conversation;
        this.stand = stand;
        this.hold = hold;
    }

    /// What the text means in this session now; empty after an error was sent.
    ///
    /// @param simple whether it came as a Query
    /// @param withinBatch whether messages are out that the target answers only at Sync
    /// @param bound the parameters as they were bound
    Optional<Understood> understand(
            boolean simple, boolean withinBatch, Slice text, List<Slice> parameters, Slice bound)
            throws IOException, InterruptedException {
        if (!withinBatch && conversation.status() == 'I' && pending.isEmpty()) {
            hold.idle();
        }
        var now = view.current(withinBatch);
        if (now.isEmpty()) {
            stand.fail(
                    simple,
                    ErrorWords.of(
                            NOT_SUPPORTED,
                            "How names resolve here cannot be told: an earlier statement of this batch may change it, "
                                    + "or the session did not answer the gateway's look-up.",
                            "Send Sync after it, or try again."));
            return Optional.empty();
        }
        var understood = understanding.of(text, now.get(), parameters, bound);
        hold.about(() -> understanding.of(text, now.get(), parameters, bound));
        if (understood.syntaxError().isPresent()) {
            stand.fail(simple, syntaxError(understood.syntaxError().get()));
            return Optional.empty();
        }
        var clash = names.give(understood);
        if (clash.isPresent()) {
            stand.fail(simple, clash.get());
            return Optional.empty();
        }
        return Optional.of(understood);
    }

    /// What it copies is known to be what it is before anybody can read the copy.
    void inherit(Understood understood) {
        understanding.inherit(understood);
    }

    /// The target's side must know of a change before it can happen.
    void announce(Understood understood) {
        if (understood.changesDefinitions()) {
            conversation.definitionsChanging(understanding::definitionsChanged);
        }
    }

    /// Keeps up with what a statement changes for those after it.
    void follow(Understood understood) {
        hold.admitted(understood.statement().facts());
        view.after(understood);
        if (understood.changesSession()) {
            view.touched();
        }
        if (understood.changesDefinitions()) {
            view.definitionsChanged();
            if (conversation.status() == 'I') {
                // Inside a transaction others see nothing of it before its end.
                understanding.definitionsChanged();
            }
        }
    }

    /// Tells the client why not.
    void refused(boolean simple, Refusal refusal, Understood understood) throws IOException, InterruptedException {
        if (refusal.kind() == Refusal.Kind.OVER) {
            throw new SessionOver(refusal.message());
        }
        var missing = understood.missing().filter(_ -> refusal.rule().equals(BuiltIn.NOT_UNDERSTOOD));
        stand.fail(
                simple,
                missing.map(name -> new ErrorWords(name.sqlState(), name.message(), refusal.detail(), "", 0))
                        .orElseGet(() -> ErrorWords.of(refusal)));
    }

    private static ErrorWords syntaxError(Understanding.SyntaxError error) {
        return new ErrorWords(error.sqlState(), error.message(), "", "", error.position());
    }
}
