package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.HostPort;
import java.net.URI;
import java.util.Optional;

/// `https://host[:port]/base`.
///
/// @param encrypted whether it begins with `https`
/// @param base what every path begins with, without a slash at its end; often empty
public record HttpAddress(boolean encrypted, HostPort address, String base) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /// Empty for what is no such URL: one with a user, a query, a fragment, or a path that is not plain.
    static Optional<HttpAddress> parse(String text) {
        return Formats.URL.read(text).filter(HttpAddress::plain).map(HttpAddress::of);
    }

    private static boolean plain(URI url) {
        return url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawPath().matches("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?");
    }

    private static HttpAddress of(URI url) {
        boolean encrypted = url.getScheme().equals("https");
        int port = url.getPort() > 0 ? url.getPort() : encrypted ? HTTPS : HTTP;
        var base = url.getRawPath();
        return new HttpAddress(
                encrypted,
                new HostPort(url.getHost().replaceAll("[\\[\\]]", ""), port),
                base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
    }

    /// As the `Host` header has it: without the port that goes without saying.
    public String authority() {
        var whole = address.toString();
        var usual = ":" + (encrypted ? HTTPS : HTTP);
        return whole.endsWith(usual) ? whole.substring(0, whole.length() - usual.length()) : whole;
    }
}
