package dev.gatehouse.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads the header with which a load balancer says whom it speaks for: the PROXY protocol, versions 1 and 2, as
/// HAProxy's `proxy-protocol.txt` describes it. Reads exactly the header and nothing behind it.
final class ProxyHeader {
    private static final byte[] SIGNATURE = {13, 10, 13, 10, 0, 13, 10, 'Q', 'U', 'I', 'T', 10};

    /// As many bytes tell version 1 from version 2; neither is shorter.
    private static final int FIRST = 12;

    /// `PROXY TCP6` with the longest addresses and ports, and CR LF.
    private static final int LONGEST_LINE = 107;

    private static final int LONGEST_V2 = 4096;

    private ProxyHeader() {}

    /// The header is not what the protocol says; whoever sent it is refused.
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String reason) {
            super("no PROXY header: " + reason);
        }
    }

    /// Whose connection this is; empty when the proxy speaks for itself, as health checks do.
    static Optional<InetSocketAddress> read(InputStream in) throws IOException {
        byte[] start = exactly(in, FIRST);
        return Arrays.equals(start, SIGNATURE) ? version2(in) : version1(in, start);
    }

    private static Optional<InetSocketAddress> version1(InputStream in, byte[] start) throws IOException {
        var line = ByteBuffer.allocate(LONGEST_LINE).put(start);
        while (!ended(line)) {
            if (!line.hasRemaining()) {
                throw new Malformed("no end of line within " + LONGEST_LINE + " bytes");
            }
            line.put(exactly(in, 1));
        }
        var words = new String(line.array(), 0, line.position() - 2, StandardCharsets.US_ASCII).split(" ", -1);
        if (!words[0].equals("PROXY") || words.length < 2) {
            throw new Malformed("it does not begin with PROXY");
        }
        return switch (words[1]) {
            case "UNKNOWN" -> Optional.empty();
            case "TCP4" -> Optional.of(source(words, 4));
            case "TCP6" -> Optional.of(source(words, 16));
            default -> throw new Malformed("unknown transport");
        };
    }

    private static boolean ended(ByteBuffer line) {
        int at = line.position();
        return line.get(at - 2) == '\r' && line.get(at - 1) == '\n';
    }

    private static InetSocketAddress source(String[] words, int bytes) throws Malformed {
        if (words.length != 6) {
            throw new Malformed("addresses and ports are missing");
        }
        var address = Network.parse(words[2])
                .filter(network -> network.base().getAddress().length == bytes && !words[2].contains("/"))
                .orElseThrow(() -> new Malformed("the source is no address"));
        return new InetSocketAddress(address.base(), port(words[4]));
    }

    private static int port(String text) throws Malformed {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 0xffff) {
            throw new Malformed("the source has no port");
        }
        return Integer.parseInt(text);
    }

    private static Optional<InetSocketAddress> version2(InputStream in) throws IOException {
        var head = ByteBuffer.wrap(exactly(in, 4));
        int command = head.get() & 0xff;
        int family = head.get() & 0xff;
        int length = head.getShort() & 0xffff;
        if (length > LONGEST_V2) {
            throw new Malformed("a header of " + length + " bytes");
        }
        var rest = ByteBuffer.wrap(exactly(in, length));
        return switch (command) {
            case 0x20 -> Optional.empty();
            case 0x21 ->
                switch (family) {
                    case 0x11 -> Optional.of(source(rest, 4));
                    case 0x21 -> Optional.of(source(rest, 16));
                    default -> throw new Malformed("it is not for TCP over IPv4 or IPv6");
                };
            default -> throw new Malformed("unknown version or command");
        };
    }

    private static InetSocketAddress source(ByteBuffer rest, int bytes) throws IOException {
        if (rest.remaining() < 2 * bytes + 4) {
            throw new Malformed("addresses are missing");
        }
        var address = new byte[bytes];
        rest.get(address);
        int port = rest.getShort(2 * bytes) & 0xffff;
        return new InetSocketAddress(InetAddress.getByAddress(address), port);
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the proxy left");
        }
        return bytes;
    }
}
