package dev.gatehouse.net;

import java.util.List;
import java.util.function.Consumer;

/// Who may come to a listener, and how.
///
/// @param lobby the connections that have not logged in yet
/// @param proxies load balancers that must say, in the PROXY protocol, whom they speak for; when there are any, nobody
///     else may connect
/// @param headerMilliseconds how long such a header may take
/// @param refused is told why somebody was turned away, for the operator; says addresses, never contents
public record Entrance(Lobby lobby, List<Network> proxies, int headerMilliseconds, Consumer<String> refused) {
    public Entrance {
        proxies = List.copyOf(proxies);
    }

    /// For whoever connects directly.
    public static Entrance direct(Lobby lobby) {
        return new Entrance(lobby, List.of(), 0, _ -> {});
    }
}
