package dev.gatehouse.control.admin;

import dev.gatehouse.api.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Cuts a list that is at hand into the pages that were asked for: `limit` items after the one that `cursor` names.
final class Paging {
    static final int USUAL = 200;
    static final int MOST = 500;

    private Paging() {}

    /// @param name what tells one item from all others; becomes the cursor
    static <T> Answer of(List<T> all, Function<T, String> name, Asked asked) throws Malformed {
        int limit = asked.number("limit", USUAL, MOST);
        int from = from(all, name, asked.query("cursor"));
        List<T> items = all.subList(from, Math.min(all.size(), from + limit));
        boolean more = from + items.size() < all.size();
        return Answer.ok(new Page<>(items, more ? Optional.of(name.apply(items.getLast())) : Optional.empty()));
    }

    private static <T> int from(List<T> all, Function<T, String> name, Optional<String> cursor) throws Malformed {
        if (cursor.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (name.apply(all.get(i)).equals(cursor.get())) {
                return i + 1;
            }
        }
        throw new Malformed(
                "`cursor` is none that a page ended with, or what it named is gone; begin again without it.");
    }
}
