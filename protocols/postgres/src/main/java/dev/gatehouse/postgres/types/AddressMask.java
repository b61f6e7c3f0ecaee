package dev.gatehouse.postgres.types;

import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Masks UUIDs, IP addresses, networks, hardware addresses and bytes so that they stay such.
final class AddressMask {
    /// The address families of inet's binary form (PostgreSQL's inet.h).
    private static final int FAMILY_4 = 2;

    private AddressMask() {}

    static Optional<Slice> uuid(Format format, Slice value, MaskWith with) {
        byte[] plain = switch (format) {
            case TEXT -> HexFormat.of().parseHex(value.utf8().replace("-", ""));
            case BINARY -> value.toBytes();
        };
        return with.masker().uuid(with.method(), with.categories(), plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(uuid(shown));
            case BINARY -> Slice.of(shown);
        });
    }

    private static String uuid(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    static Optional<Slice> network(PgType type, Format format, Slice value, MaskWith with) {
        if (type.oid() == BuiltInType.INET.oid || type.oid() == BuiltInType.CIDR.oid) {
            return address(type.oid() == BuiltInType.CIDR.oid, format, value, with);
        }
        byte[] plain = switch (format) {
            case TEXT -> HexFormat.of().parseHex(value.utf8().replace(":", ""));
            case BINARY -> value.toBytes();
        };
        return with.masker().hardware(with.method(), with.categories(), plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(HexFormat.ofDelimiter(":").formatHex(shown));
            case BINARY -> Slice.of(shown);
        });
    }

    private static Optional<Slice> address(boolean cidr, Format format, Slice value, MaskWith with) {
        byte[] plain = switch (format) {
            case TEXT ->
                InetAddress.ofLiteral(value.utf8().replaceFirst("/.*", "")).getAddress();
            case BINARY -> value.from(4).toBytes();
        };
        boolean coarse = with.method() == Method.GENERALISE || with.method() == Method.PARTIAL;
        int all = 8 * plain.length;
        int bits = cidr && coarse ? all == 32 ? 24 : 48 : all;
        return with.masker().address(with.method(), with.categories(), plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(literal(shown) + (cidr ? "/" + bits : ""));
            case BINARY -> binary(shown, cidr, bits);
        });
    }

    private static String literal(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("not 4 or 16 bytes", impossible);
        }
    }

    /// Family, bits of the network's mask, whether cidr, length, address.
    private static Slice binary(byte[] address, boolean cidr, int bits) {
        byte[] value = new byte[4 + address.length];
        value[0] = (byte) (address.length == 4 ? FAMILY_4 : FAMILY_4 + 1);
        value[1] = (byte) bits;
        value[2] = (byte) (cidr ? 1 : 0);
        value[3] = (byte) address.length;
        System.arraycopy(address, 0, value, 4, address.length);
        return Slice.of(value);
    }

    /// Text only as PostgreSQL writes it unless `bytea_output` says otherwise.
    static Optional<Slice> bytes(Format format, Slice value, MaskWith with) {
        byte[] plain = switch (format) {
            case TEXT -> hex(value.utf8());
            case BINARY -> value.toBytes();
        };
        return with.masker().bytes(with.method(), with.categories(), plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8("\\x" + HexFormat.of().formatHex(shown));
            case BINARY -> Slice.of(Arrays.copyOf(shown, shown.length));
        });
    }

    private static byte[] hex(String text) {
        if (!text.startsWith("\\x")) {
            throw new IllegalArgumentException("not in hexadecimal digits");
        }
        return HexFormat.of().parseHex(text.substring(2));
    }
}
