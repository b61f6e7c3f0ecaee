package dev.gatehouse.server.settings.keys;

import java.util.Optional;
import java.util.regex.Pattern;

/// A host or an IP address (an IPv6 address without brackets) and a port.
public record HostPort(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]/\\s]+):([0-9]{1,5})");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1");

    public static Optional<HostPort> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
            return Optional.empty();
        }
        var host = matcher.group(1);
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return Optional.of(new HostPort(bare, Integer.parseInt(matcher.group(2))));
    }

    /// Whether it is this machine by its very text; no name is looked up.
    public boolean loopback() {
        return LOOPBACK.matcher(host).matches();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
