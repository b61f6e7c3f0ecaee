package dev.gatehouse.server.settings;

import dev.gatehouse.net.Network;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.HostPort;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One entry of `listeners:`: an address that clients connect to.
///
/// @param address where to listen; port 0 takes a free one
/// @param tls what clients see; empty for `off`, which only PostgreSQL on a loopback address may say
/// @param proxies load balancers that must say whom they speak for; when there are any, nobody else may connect
public record ListenerSettings(HostPort address, Optional<Pair> tls, List<Network> proxies) {
    /// The word for no TLS.
    static final String OFF = "off";

    private static final Section TLS = Section.of(
            "tls",
            "The certificate that clients see. When its files change, new connections get the new one.",
            Key.required("certificate", Shape.text(Shape.Meaning.INPUT), "PEM file, the leaf certificate first."),
            Key.required("key", Shape.text(Shape.Meaning.INPUT), "PEM file with the private key (PKCS#8)."));

    private static final Section PROXY = Section.of(
            "proxy-protocol",
            "Load balancers in front, which say in the PROXY protocol (version 1 or 2) whom they speak for.",
            Key.required(
                    "from",
                    new Shape.OneOrMore(Shape.formatted(Formats.NETWORK)),
                    "Their addresses. Connections from elsewhere, or without the header, are closed."));

    static final Section KEYS = Section.of(
            "listener",
            "An address that clients connect to.",
            Key.required("address", Shape.formatted(Formats.ADDRESS), "Where to listen; port 0 takes a free one."),
            Key.required(
                    "tls",
                    new Shape.ShortOr(new Shape.Word(List.of(OFF)), TLS),
                    "Secrets travel in TLS only. `off` is for `postgres` on a loopback address; there only minted"
                            + " credentials log in, whose secret is never sent."),
            Key.optional(
                    "proxy-protocol",
                    new Shape.Part(PROXY),
                    "Load balancers in front, if there are any. Not for `console`."));

    public ListenerSettings {
        proxies = List.copyOf(proxies);
    }

    /// @param certificate PEM, the leaf first
    /// @param key PEM, PKCS#8
    public record Pair(Path certificate, Path key) {}

    static ListenerSettings read(Entries entries) {
        boolean off = entries.maybeText("tls").filter(OFF::equals).isPresent();
        var proxies = entries.maybePart("proxy-protocol", proxy -> proxy.texts("from")).orElse(List.of()).stream()
                .flatMap(text -> Formats.NETWORK.read(text).stream())
                .toList();
        return new ListenerSettings(
                entries.value("address", Formats.ADDRESS),
                off ? Optional.empty() : Optional.of(pair(entries.part("tls"))),
                proxies);
    }

    private static Pair pair(Entries tls) {
        return new Pair(tls.path("certificate"), tls.path("key"));
    }

    /// The files of a listener that must have TLS.
    public Pair files() {
        return tls.orElseThrow(() -> new IllegalStateException("a listener without TLS was not refused by the check"));
    }

    public Path certificate() {
        return files().certificate();
    }

    public Path key() {
        return files().key();
    }
}
