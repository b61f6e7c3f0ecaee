package dev.gatehouse.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A request for approval.
///
/// @param state `pending`, `approved`, `denied`, `expired`, `withdrawn` or `used`
/// @param requester who asked, as `issuer:id`; `chain` leads from there to the person `root` behind
/// @param kind `person`, `agent` or `service`
/// @param type `statement`, `rows` (an answer that reached a limit goes on) or `window`
/// @param operation the exact statement, or a window in words such as `write for 30m`
/// @param values constants and parameters of the statement
/// @param rule the first rule that asks
/// @param reason why, in the requester's words, where it was asked in advance
/// @param session the session that waits or waited
/// @param operationId the operation in it, as a refusal's DETAIL names it
/// @param created when it was asked
/// @param expires until when it can be decided or, once approved, used
/// @param uses how often it can be used, once approved
/// @param waiting how many clients wait for it now
/// @param decidable whether the caller may approve or deny it now
/// @param obstacle why not
/// @param confirmable whether the caller may confirm it now
/// @param previewed how many rows the last preview spoke of: what an approval is about, within `tolerance`
public record RequestView(
        String id,
        String state,
        String requester,
        String kind,
        List<String> chain,
        String root,
        Optional<String> purpose,
        String connection,
        String type,
        String operation,
        List<String> values,
        Optional<Meaning> understood,
        String rule,
        List<Asking> asking,
        List<Word> said,
        Optional<String> reason,
        Optional<String> session,
        Optional<String> operationId,
        Instant created,
        Instant expires,
        int uses,
        int waiting,
        boolean decidable,
        Optional<String> obstacle,
        boolean confirmable,
        Optional<Long> previewed) {
    /// How an `obstacle` ends that a fresh sign-in removes.
    public static final String SIGN_IN_AGAIN = ": sign in again.";

    public RequestView {
        chain = List.copyOf(chain);
        values = List.copyOf(values);
        asking = List.copyOf(asking);
        said = List.copyOf(said);
    }

    /// The same under other names.
    public RequestView withPeople(
            String otherRequester, List<String> otherChain, String otherRoot, List<Word> otherSaid) {
        return new RequestView(
                id,
                state,
                otherRequester,
                kind,
                otherChain,
                otherRoot,
                purpose,
                connection,
                type,
                operation,
                values,
                understood,
                rule,
                asking,
                otherSaid,
                reason,
                session,
                operationId,
                created,
                expires,
                uses,
                waiting,
                decidable,
                obstacle,
                confirmable,
                previewed);
    }

    /// What one rule asks.
    ///
    /// @param from who may approve
    /// @param approvals how many must
    /// @param missing how many still must
    /// @param eachGroup whether one of each group must
    /// @param confirm whether the person behind must confirm
    /// @param over the limit that was reached, such as `1000 rows per 1h`
    /// @param preview whether the effect can be looked at before deciding
    /// @param tolerance percent by which a run may differ from the rows previewed; see `previewed`
    public record Asking(
            String rule,
            Optional<String> because,
            String from,
            int approvals,
            int missing,
            boolean eachGroup,
            boolean confirm,
            Optional<String> over,
            boolean preview,
            int tolerance) {}

    /// What somebody said.
    ///
    /// @param word `approved`, `denied` or `confirmed`
    public record Word(String by, Instant at, String word, Optional<String> because) {
        public Word by(String other) {
            return new Word(other, at, word, because);
        }
    }

    /// What the statement was understood to do.
    public record Meaning(
            String effect,
            List<String> kinds,
            boolean filtered,
            List<String> tables,
            List<String> functions,
            List<Column> columns) {}

    /// @param role `output`, `predicate`, `join`, `group`, `order`, `source` or `write`
    public record Column(String name, String category, String role) {}
}
