package dev.gatehouse.control.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Where logins come from: an IPv4 address, or the /64 network of an IPv6 address, since one client has all of that.
public record Source(String text) {
    private static final int NETWORK_BYTES = 8;

    /// @param address as text; what is no address stands for itself
    public static Source of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six ? network(six) : new Source(address);
        } catch (IllegalArgumentException e) {
            return new Source(address);
        }
    }

    private static Source network(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return new Source(InetAddress.getByAddress(bytes).getHostAddress() + "/64");
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
