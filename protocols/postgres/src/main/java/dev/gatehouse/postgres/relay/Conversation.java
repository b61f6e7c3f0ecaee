package dev.gatehouse.postgres.relay;

import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.ParameterStatus;
import dev.gatehouse.postgres.wire.WireException;

/// What both sides of one session need to know of each other: the transaction's state, and which prepared
/// statements and portals the target has. Thread-safe.
final class Conversation {
    /// Asks the target to stop what it is doing for this session.
    interface Canceller {
        void cancel();
    }

    private final Named<PreparedStatement> statements = new Named<>();
    private final Named<Portal> portals = new Named<>();
    private final Canceller canceller;
    private volatile char status = 'I';
    private volatile Runnable changing = Conversation::nothing;

    Conversation(Canceller canceller) {
        this.canceller = canceller;
    }

    /// ReadyForQuery's transaction status: `I`, `T` or `E`.
    char status() {
        return status;
    }

    void status(byte reported) {
        status = (char) reported;
        if (status == 'I') {
            portals.allClosed();
        }
    }

    /// A statement that changes definitions is expected and about to be forwarded. Others see the change when its
    /// transaction ends, so at each ReadyForQuery outside one, and when the session is over, `changed` is told. Not
    /// before: to read the catalogue anew would wait for the locks of the transaction.
    void definitionsChanging(Runnable changed) {
        changing = changed;
    }

    /// ReadyForQuery has come, and is not yet released.
    ///
    /// @param nothingExpected whether the target owes nothing more
    void settled(boolean nothingExpected) {
        if (status != 'I') {
            return;
        }
        changing.run();
        if (nothingExpected) {
            changing = Conversation::nothing;
        }
    }

    /// Nothing more is heard of the target: it may have done all that it was asked to.
    void over() {
        changing.run();
    }

    private static void nothing() {
        // No definitions change.
    }

    Named<PreparedStatement> statements() {
        return statements;
    }

    Named<Portal> portals() {
        return portals;
    }

    void nextBatch() {
        statements.nextBatch();
        portals.nextBatch();
    }

    /// Everything sent up to the latest Sync has been answered.
    void settle() {
        statements.settle();
        portals.settle();
    }

    void cancel() {
        canceller.cancel();
    }

    /// ParameterStatus passes, but a session whose text is read differently from how it was understood must not go on.
    void parameterStatus(Inbound in, Outbound out) {
        if (BackendMessage.decode(in.array(), in.start(), in.end())
                instanceof ParameterStatus(String name, String value)) {
            refuseOtherReading(name, value);
        }
        out.pass(in);
    }

    /// Gatehouse understands statements only with standard strings in UTF-8.
    public static void refuseOtherReading(String name, String value) {
        boolean otherQuotes = name.equals("standard_conforming_strings") && !value.equals("on");
        boolean otherEncoding = name.equals("client_encoding") && !value.equals("UTF8");
        if (otherQuotes || otherEncoding) {
            throw new WireException(
                    "0A000",
                    "the session's " + name + " became " + value
                            + "; Gatehouse understands statements only with standard strings in UTF-8");
        }
    }
}
