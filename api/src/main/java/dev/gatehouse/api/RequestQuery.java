package dev.gatehouse.api;

import java.util.Optional;

/// Which requests a list shall have; what is absent does not matter.
///
/// @param requester an identity's id or `issuer:id`, of the one who asked or anybody behind
/// @param mine only the caller's own and their agents'
/// @param decidable only those that the caller may decide now
/// @param cursor where a page ended
/// @param limit at most so many items, at most [#MOST]
public record RequestQuery(
        Optional<String> state,
        Optional<String> connection,
        Optional<String> requester,
        boolean mine,
        boolean decidable,
        Optional<String> cursor,
        int limit) {
    public static final int MOST = 500;
    public static final int USUAL = 50;
}
