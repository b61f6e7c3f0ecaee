package dev.gatehouse.approval;

import dev.gatehouse.model.Operation;
import java.io.IOException;

/// A client that waits for people, as its protocol can speak to it. Called by the thread that waits.
public interface HeldClient {
    /// Nobody whom anything could be told: the question is asked, and refused at once.
    HeldClient ABSENT = new HeldClient() {
        @Override
        public Patience patience() {
            return Patience.NONE;
        }

        @Override
        public void tell(Notice notice) {
            // There is nobody.
        }

        @Override
        public void lookOut(Waiting waiting) {
            // There is nobody who could leave.
        }

        @Override
        public Operation again(Operation before) {
            return before;
        }
    };

    /// How long a client can be held.
    enum Patience {
        /// As long as rules and limits say.
        AS_LONG_AS_IT_TAKES,
        /// Others wait for what it has written or locked: `limits.hold-in-transaction`.
        BRIEF,
        /// It cannot be held.
        NONE
    }

    Patience patience();

    /// Tells it that it waits, and for what. Called at once and then at intervals, which keeps the wire alive.
    void tell(Notice notice) throws IOException;

    /// From now on, whoever waits is told at once when the client leaves: [Waiting#leave]. Costs nothing meanwhile.
    void lookOut(Waiting waiting) throws IOException;

    /// Understands the operation once more, because definitions and classifications may have changed meanwhile.
    Operation again(Operation before) throws IOException, InterruptedException;
}
