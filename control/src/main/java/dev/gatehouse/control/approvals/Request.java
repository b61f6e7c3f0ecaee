package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One question to people, from its creation to its end.
///
/// @param version how many changes of it are on record
/// @param requester who asked, as they were then
/// @param asks what which rules ask; all must be satisfied
/// @param reason why, in the requester's words, where it was asked in advance
/// @param origin the session and operation that wait; empty when it was asked in advance
/// @param expires until when it can be decided or, once approved, used
/// @param uses how often it can be used once approved, or still
/// @param dedupe tells a repeated creation; see [Requests#create]
/// @param previewed how many rows the last preview spoke of
public record Request(
        Id id,
        RequestState state,
        long version,
        Principal requester,
        String connection,
        Wish wish,
        List<Ask> asks,
        List<Said> said,
        Optional<String> reason,
        Optional<Origin> origin,
        Instant created,
        Instant expires,
        int uses,
        Optional<String> dedupe,
        Optional<Long> previewed) {
    /// What waits for the answer.
    public record Origin(Id session, Id operation) {}

    public Request {
        asks = List.copyOf(asks);
        said = List.copyOf(said);
    }

    Request in(RequestState next, Instant until, int left) {
        return new Request(
                id,
                next,
                version + 1,
                requester,
                connection,
                wish,
                asks,
                said,
                reason,
                origin,
                created,
                until,
                left,
                dedupe,
                previewed);
    }

    Request in(RequestState next) {
        return in(next, expires, uses);
    }

    Request with(Said word) {
        var all = new ArrayList<>(said);
        all.add(word);
        return new Request(
                id,
                state,
                version,
                requester,
                connection,
                wish,
                asks,
                all,
                reason,
                origin,
                created,
                expires,
                uses,
                dedupe,
                previewed);
    }

    Request atVersion(long recorded) {
        return new Request(
                id,
                state,
                recorded,
                requester,
                connection,
                wish,
                asks,
                said,
                reason,
                origin,
                created,
                expires,
                uses,
                dedupe,
                previewed);
    }

    Request previewed(long rows) {
        return new Request(
                id,
                state,
                version + 1,
                requester,
                connection,
                wish,
                asks,
                said,
                reason,
                origin,
                created,
                expires,
                uses,
                dedupe,
                Optional.of(rows));
    }

    /// The first rule that asks.
    public String rule() {
        return asks.getFirst().rule();
    }

    /// The no that ended it, if one did.
    public Optional<Said> refusal() {
        return said.stream().filter(word -> word.word() == Said.Word.NO).findFirst();
    }
}
