package dev.gatehouse.approval;

import dev.gatehouse.model.Id;
import java.util.Locale;
import java.util.Optional;

/// Asks the people whom rules name, and waits for their answer.
@FunctionalInterface
public interface Approvals {
    /// Blocks until everybody asked has answered, or the hold is over. What was granted is used up by being returned.
    ///
    /// @throws dev.gatehouse.recording.RecordingFailed when the request, or an answer, cannot be recorded
    Answer ask(Question question);

    /// What people said, or why nobody did.
    sealed interface Answer {
        /// @param request the request, or the window, under which it was granted
        /// @param foreseen what people saw of its effect, where they looked
        record Granted(Id request, Optional<Foreseen> foreseen) implements Answer {
            public Granted(Id request) {
                this(request, Optional.empty());
            }
        }

        /// @param request under which people can still decide, or have; empty when nobody was asked
        /// @param because what the client is told
        /// @param hint what it can do
        record Refused(Optional<Id> request, Why why, String because, String hint) implements Answer {
            /// The same in other words.
            public Refused saying(String words) {
                return new Refused(request, why, words, hint);
            }
        }
    }

    /// How a question ended without a yes.
    enum Why {
        /// Somebody said no.
        DENIED,
        /// Nobody decided while the client was held; the request stays open.
        UNDECIDED,
        /// The client did not want it any more.
        CANCELLED,
        /// The client is gone, or its session ended; the request stays open.
        LEFT,
        /// The identity has too many open requests.
        TOO_MANY,
        /// There is nobody who could be asked.
        NOBODY;

        /// The word on record.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
