package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.net.ReadAheadWire;
import dev.gatehouse.net.Threads;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.Understanding;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.WireException;
import dev.gatehouse.recording.RecordingFailed;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs one logged-in session: the client's side on the calling thread, the target's side on another, until either is
/// gone. Whatever goes wrong ends this session, with a last word to the client, and no other.
public final class Relay {
    /// What a relay needs besides its two ends.
    ///
    /// @param largestMessage bytes; a longer message ends the session
    /// @param queue how many answers one session may have outstanding; then its client is not read
    public record Settings(Buffers buffers, Threads threads, Detectors detectors, int largestMessage, int queue) {}

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Session session;
    private final ReadAheadWire clientWire;
    private final Downstream client;
    private final Upstream target;
    private final Settings settings;
    private final Pending pending;
    private final Conversation conversation;
    private final Inbound fromClient;
    private final Inbound fromTarget;
    private final ClientSide clientSide;
    private final TargetSide targetSide;
    private final Boundary boundary;
    private final AtomicBoolean goodbyeSaid = new AtomicBoolean();
    private final CountDownLatch parted = new CountDownLatch(1);

    public Relay(
            Session session,
            Wire clientWire,
            Downstream client,
            Upstream target,
            Slice ahead,
            Understanding understanding,
            Masker masker,
            boolean tellMasks,
            Canceller canceller,
            Settings settings) {
        this.session = session;
        this.clientWire = new ReadAheadWire(clientWire, settings.threads());
        this.client = client;
        this.target = target;
        this.settings = settings;
        pending = new Pending(settings.queue());
        conversation = new Conversation(() -> canceller.cancel(session));
        fromClient =
                new Inbound(this.clientWire::read, settings.buffers(), settings.largestMessage(), Slice.EMPTY, false);
        fromTarget = new Inbound(target::read, settings.buffers(), settings.largestMessage(), ahead, true);
        var stand = new Stand(session, target, pending);
        pending.onFull(() -> {
            target.forward(stand.housekeeping(), Requests.FLUSH);
            target.flush();
        });
        var view = new SessionView(stand, target, pending, conversation);
        var hold = new ClientHold(this.clientWire, client, target);
        boundary = new Boundary(pending, conversation, session::drained);
        clientSide = new ClientSide(
                fromClient,
                session,
                target,
                pending,
                conversation,
                understanding,
                view,
                stand,
                hold,
                boundary,
                new OwnTransaction(session, target, client, pending, conversation, stand, hold));
        var out = new Outbound(client, settings.largestMessage());
        targetSide = new TargetSide(
                fromTarget,
                out,
                pending,
                conversation,
                new RowAnswers(masker, settings.detectors(), tellMasks, new AnswerHold(out, hold::patience)),
                new Words(session.passesUnclassified(), session.announcements()),
                boundary);
    }

    /// Asks a target to stop what it does for a session.
    public interface Canceller {
        void cancel(Session session);
    }

    /// Returns when the session is over and both wires are closed; that, whatever was thrown.
    public void run() {
        try {
            talk();
        } finally {
            pending.close();
            target.close();
            clientWire.close();
            fromClient.close();
            conversation.over();
            session.closed();
        }
    }

    private void talk() {
        session.onEnd(message -> settings.threads().start("goodbye", () -> endSoon(message)));
        session.onDrain(boundary::drain);
        var targetThread = settings.threads().start("postgres-target", this::targetSide);
        clientSide(targetThread);
        session.clientLeft();
        pending.close();
        target.close();
        clientWire.close();
        try {
            targetThread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void clientSide(Thread targetThread) {
        try {
            boolean saidGoodbye = clientSide.run();
            // A client that left on its own needs no last word.
            noGoodbye();
            if (saidGoodbye) {
                // What was asked before Terminate is still answered; then the target closes, and owes nothing more.
                clientSide.terminate();
                pending.awaitEmpty();
                // The last answer is taken, but perhaps not yet released.
                targetThread.join(FAREWELL);
            } else if (!pending.isEmpty()) {
                conversation.cancel();
            }
        } catch (WireException violation) {
            goodbye(violation.sqlState(), violation.getMessage());
        } catch (SessionOver over) {
            goodbye("57P01", over.getMessage());
        } catch (EOFException cutShort) {
            // The client is gone in the middle of a message: nobody hears a last word.
            noGoodbye();
        } catch (IOException gone) {
            goodbye("08006", "The connection to the database was lost.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error bug) {
            session.broken();
            goodbye("XX000", "Gatehouse made a mistake; this session ends. Nothing undecided was forwarded.");
            settings.threads().report(bug);
        }
    }

    private void targetSide() {
        try {
            targetSide.run();
            goodbye("57P01", "The database closed the connection.");
        } catch (WireException violation) {
            goodbye(violation.sqlState(), violation.getMessage());
        } catch (IOException gone) {
            goodbye("08006", "The connection to the database was lost.");
        } catch (RecordingFailed failure) {
            clientWire.close();
        } catch (RuntimeException | Error bug) {
            session.broken();
            goodbye("XX000", "Gatehouse made a mistake; this session ends.");
            settings.threads().report(bug);
        } finally {
            fromTarget.close();
            pending.close();
            clientWire.close();
            target.close();
        }
    }

    /// Ends the session from outside: with a word if the client takes it, without one if it does not read.
    private void endSoon(String message) {
        var saying = settings.threads().start("goodbye-words", () -> goodbye("57P01", message));
        try {
            saying.join(PATIENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        clientWire.close();
        target.close();
    }

    private void noGoodbye() {
        goodbyeSaid.set(true);
        parted.countDown();
    }

    /// The last word, said once, if the client is still there to hear it. Whoever comes second waits until it is said,
    /// so as not to close the wire under it.
    private void goodbye(String sqlState, String message) {
        if (goodbyeSaid.compareAndSet(false, true)) {
            try {
                var last = new MessageWriter();
                Errors.fatal(sqlState, message, "").encode(last);
                client.lastWord(last.toSlice());
            } catch (IOException | RecordingFailed nobodyListens) {
                // The client is gone, or the record is: either way nothing may be sent.
                clientWire.close();
            } finally {
                parted.countDown();
            }
            clientWire.close();
            target.close();
        } else {
            awaitParting();
        }
    }

    private void awaitParting() {
        try {
            boolean _ = parted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
