package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.cbor.Cbor;
import java.time.Instant;
import java.util.List;

/// Something that happened, told without contents and without naming anybody: ids, times, verdict words and counts.
///
/// Words are short and in lower case. Whatever a user wrote, typed or is called belongs into a [Content].
public sealed interface Event {
    Instant at();

    /// An event of one client session.
    sealed interface InSession extends Event {
        Id session();
    }

    record GatewayStarted(Instant at, String version, Id instance) implements Event {}

    record GatewayStopped(Instant at, String reason) implements Event {
        /// The reason where every session had ended before: entries before it say nothing of open ones.
        public static final String IN_ORDER = "asked to";
    }

    /// A configuration was read; `digest` is its SHA-256 in hexadecimal.
    record ConfigurationLoaded(Instant at, String digest, boolean accepted) implements Event {}

    /// The files of a listener's certificate changed; `fingerprint` is the new leaf's SHA-256 in hexadecimal, empty
    /// when
    /// they could not be used and the old one stays.
    record CertificateLoaded(Instant at, String listener, String fingerprint, boolean accepted) implements Event {}

    /// A statement copies what is of `category` into a column that nobody has classified, which from now on counts as
    /// holding it; which column is in the contents.
    record CategoryInherited(Instant at, String connection, String category) implements Event {}

    /// `count` logins were refused alike; `reference` is what the clients were told.
    record LoginRefused(Instant at, Id reference, String reason, long count) implements Event {}

    record SessionStarted(Instant at, Id session, String connection) implements InSession {}

    record SessionEnded(Instant at, Id session, String reason) implements InSession {}

    record Asked(Instant at, Id session, Id operation, String kind) implements InSession {}

    /// The decision, `allow`, `deny` or `hold`, and the votes that led to it.
    record Decided(Instant at, Id session, Id operation, String decision, List<RuleVote> votes) implements InSession {
        public Decided {
            votes = List.copyOf(votes);
        }
    }

    record Held(Instant at, Id session, Id operation, Id request) implements InSession {}

    record HoldAnswered(Instant at, Id session, Id operation, Id request, String outcome) implements InSession {}

    /// How an operation ended: `ok`, `error`, `cancelled` or `not-run`.
    record Answered(Instant at, Id session, Id operation, String outcome, long rows, long bytes, long micros)
            implements InSession {}

    /// Bytes went to the client; `offset` counts from the beginning of the session's downstream.
    record Delivered(Instant at, Id session, long offset, long bytes) implements InSession {}

    /// The gateway asked the target on its own account.
    record OwnExchange(Instant at, Id session, Id operation, String purpose) implements InSession {}

    /// A connection or an identity was disabled or enabled; which one is in the contents.
    record SwitchChanged(Instant at, String kind, boolean disabled) implements Event {}

    record CredentialMinted(Instant at, Id credential) implements Event {}

    record CredentialRevoked(Instant at, Id credential) implements Event {}

    /// A request for approval was `created`, `approved`, `confirmed`, `denied`, `withdrawn` or `used`, or it `expired`;
    /// a yes that does not suffice yet is `agreed`. By whom and with which words is in the contents.
    ///
    /// The log is what counts: a request in the store that is not in the state recorded here is not believed.
    record RequestChanged(Instant at, Id request, String change) implements Event {}

    /// Somebody read the record itself.
    record AccessRead(Instant at, String what) implements Event {}

    /// The keys of these blocks were destroyed.
    record Erased(Instant at, List<Id> blocks) implements Event {
        public Erased {
            blocks = List.copyOf(blocks);
        }
    }

    /// The record was opened after a process that did not close it.
    ///
    /// @param unsigned entries that no checkpoint covered yet
    /// @param cut how many of them had to be dropped, because what they speak of was lost with the power
    /// @param lost sessions that had no end
    record Recovered(Instant at, long unsigned, long cut, long lost) implements Event {}

    /// The record could not be written any more.
    record RecordFailed(Instant at) implements Event {}

    /// An entry of a newer version; only ever read.
    record Unknown(Instant at, String type, Cbor.Fields fields) implements Event {}
}
