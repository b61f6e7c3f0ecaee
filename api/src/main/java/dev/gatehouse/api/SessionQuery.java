package dev.gatehouse.api;

import java.time.Instant;
import java.util.Optional;

/// Which sessions a list shall have; what is absent does not matter.
///
/// @param who an identity's id or `issuer:id`, of the one who connected or anybody behind
/// @param since only sessions that were open at or after this time
/// @param until only sessions that began before this time
/// @param verdict a decision that at least one operation got: `allow`, `deny` or `hold`
/// @param table a table that was read or written, as `table` or `schema.table`
/// @param category a category of data that was in an answer
/// @param cursor where a page ended
/// @param limit at most so many items, at most [#MOST]
public record SessionQuery(
        Optional<String> who,
        Optional<String> connection,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> verdict,
        Optional<String> table,
        Optional<String> category,
        Optional<String> cursor,
        int limit) {
    public static final int MOST = 500;
    public static final int USUAL = 50;

    public SessionQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be between 1 and " + MOST);
        }
    }

    /// Everything, the newest first.
    public static SessionQuery all() {
        return new SessionQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                USUAL);
    }
}
