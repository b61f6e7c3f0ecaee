package dev.gatehouse.control.notifications;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/// Which addresses a webhook may lead to: by default only those of the public internet, because the gateway stands
/// where it could reach what outsiders cannot.
///
/// @param privateToo whether the operator allows addresses inside as well
record Reachable(boolean privateToo) {
    private static final int LAST_UNICAST_IPV4 = 223;

    /// The address to connect to. The caller connects to it and to no other: a name may resolve to something else a
    /// moment later.
    ///
    /// @throws IOException when the name has none that may be used
    InetAddress of(String host) throws IOException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress address : all) {
            if (!privateToo && !isPublic(address)) {
                throw new IOException(host + " is an address inside (" + address.getHostAddress()
                        + "); set `private: true` for this webhook if that is meant");
            }
        }
        return all[0];
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            // Only global unicast, and none of its parts that carry an IPv4 address: 6to4 and Teredo.
            case Inet6Address _ -> (bytes[0] & 0xe0) == 0x20 && !tunnels(bytes);
            default -> false;
        };
    }

    private static boolean isPublic(int a, int b, int c) {
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean protocol = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean benchmark = a == 198 && (b == 18 || b == 19);
        boolean documentation = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        return a != 0 && a <= LAST_UNICAST_IPV4 && !shared && !protocol && !benchmark && !documentation;
    }

    private static boolean tunnels(byte[] bytes) {
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return sixToFour || teredo;
    }
}
