package dev.gatehouse.control.approvals;

import dev.gatehouse.approval.Foreseen;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How long and how often, where several rules ask: the strictest counts. Pure.
final class Terms {
    private Terms() {}

    /// How long the client is held.
    static Duration hold(List<Ask> asks) {
        return shortest(asks, ask -> ask.approval().hold());
    }

    /// How long a request stays open.
    static Duration valid(List<Ask> asks) {
        return shortest(asks, ask -> ask.approval().valid());
    }

    static int uses(List<Ask> asks) {
        return asks.stream().mapToInt(ask -> ask.approval().uses()).min().orElse(1);
    }

    /// How long an approval can be used, from the moment it is given.
    static Duration usable(Request request) {
        return switch (request.wish()) {
            case Wish.Window window -> window.length();
            case Wish.Run _, Wish.Rows _ -> valid(request.asks());
        };
    }

    /// What people saw of the effect of one operation, if they looked.
    static Optional<Foreseen> foreseen(Request request) {
        return switch (request.wish()) {
            case Wish.Run _ ->
                request.previewed()
                        .map(rows -> new Foreseen(
                                rows,
                                request.asks().stream()
                                        .mapToInt(ask -> ask.approval().tolerance())
                                        .min()
                                        .orElse(0)));
            case Wish.Window _, Wish.Rows _ -> Optional.empty();
        };
    }

    private static Duration shortest(List<Ask> asks, Function<Ask, Duration> time) {
        return asks.stream().map(time).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
