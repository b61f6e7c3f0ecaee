package dev.gatehouse.http.relay;

import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.wire.RequestHead;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which connection a request is for, by its path (`/http/NAME/…`) or by a host name that a connection has to itself.
///
/// @param connection its name as the client wrote it; nobody has said yet that there is one
/// @param ownPath what the connection's paths begin with at the gateway
/// @param path path and query below the connection's base, as sent
record Addressed(String connection, String ownPath, String path) {
    private static final Pattern BY_PATH =
            Pattern.compile("(/http/([A-Za-z0-9][A-Za-z0-9._-]{0,62}))((?:[/?].*)?)", Pattern.DOTALL);

    static Optional<Addressed> of(RequestHead head, Map<String, HttpTarget> targets) {
        var byHost = byHost(targets).get(host(head));
        if (byHost != null) {
            return Optional.of(new Addressed(byHost.connection(), "", head.target()));
        }
        var path = BY_PATH.matcher(head.target());
        return path.matches()
                ? Optional.of(new Addressed(path.group(2), path.group(1), slashed(path.group(3))))
                : Optional.empty();
    }

    private static Map<String, HttpTarget> byHost(Map<String, HttpTarget> targets) {
        return targets.values().stream()
                .filter(target -> target.host().isPresent())
                .collect(Collectors.toMap(
                        target -> target.host().orElseThrow().toLowerCase(Locale.ROOT), Function.identity()));
    }

    /// Without the port.
    private static String host(RequestHead head) {
        return head.headers().all("Host").stream()
                .findFirst()
                .map(host -> host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String slashed(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
