package dev.gatehouse.postgres.types;

import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fixed value that stands for a redacted one, valid for its type, so that drivers read it without an error: zero,
/// false, 1970-01-01, an empty array, the word for "redacted".
///
/// Empty means NULL, which is what any type gets that is not listed: user-defined, composite, and those of extensions.
public final class MaskedConstants {
    private static final Map<BuiltInType, Constant> CONSTANTS = constants();
    private static final Map<Integer, Constant> BY_OID = byOid();

    private record Constant(Slice text, Slice binary) {}

    private MaskedConstants() {}

    public static Optional<Slice> of(PgType type, Format format) {
        Constant constant = BY_OID.get(type.oid());
        if (constant == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (format) {
                    case TEXT -> constant.text();
                    case BINARY -> constant.binary();
                });
    }

    private static Map<BuiltInType, Constant> constants() {
        var constants = new EnumMap<BuiltInType, Constant>(BuiltInType.class);
        addTexts(constants);
        addNumbers(constants);
        addTimes(constants);
        addOthers(constants);
        addPlaces(constants);
        addRanges(constants);
        return constants;
    }

    private static void addTexts(Map<BuiltInType, Constant> to) {
        for (var type : List.of(
                BuiltInType.TEXT,
                BuiltInType.VARCHAR,
                BuiltInType.BPCHAR,
                BuiltInType.NAME,
                BuiltInType.UNKNOWN,
                BuiltInType.XML)) {
            to.put(type, same(Masker.REDACTED));
        }
        to.put(BuiltInType.CHAR, same("*"));
        String json = "\"" + Masker.REDACTED + "\"";
        to.put(BuiltInType.JSON, same(json));
        // jsonb's binary form is its text behind a version number.
        to.put(BuiltInType.JSONB, new Constant(Slice.utf8(json), Slice.utf8("\u0001" + json)));
    }

    private static void addNumbers(Map<BuiltInType, Constant> to) {
        to.put(BuiltInType.BOOL, constant("f", "00"));
        to.put(BuiltInType.INT2, constant("0", "0000"));
        to.put(BuiltInType.INT4, constant("0", "00000000"));
        to.put(BuiltInType.INT8, constant("0", "0000000000000000"));
        to.put(BuiltInType.OID, constant("0", "00000000"));
        to.put(BuiltInType.FLOAT4, constant("0", "00000000"));
        to.put(BuiltInType.FLOAT8, constant("0", "0000000000000000"));
        // No digits, weight 0, positive, scale 0.
        to.put(BuiltInType.NUMERIC, constant("0", "0000000000000000"));
        to.put(BuiltInType.MONEY, constant("$0.00", "0000000000000000"));
    }

    private static void addTimes(Map<BuiltInType, Constant> to) {
        // PostgreSQL counts from 2000-01-01: 1970-01-01 is -10957 days, or -946684800 seconds.
        String epoch = HexFormat.of().toHexDigits(-946_684_800_000_000L);
        to.put(BuiltInType.DATE, constant("1970-01-01", HexFormat.of().toHexDigits(-10_957)));
        to.put(BuiltInType.TIMESTAMP, constant("1970-01-01 00:00:00", epoch));
        to.put(BuiltInType.TIMESTAMPTZ, constant("1970-01-01 00:00:00+00", epoch));
        to.put(BuiltInType.TIME, constant("00:00:00", "0000000000000000"));
        to.put(BuiltInType.TIMETZ, constant("00:00:00+00", "000000000000000000000000"));
        to.put(BuiltInType.INTERVAL, constant("00:00:00", "00000000000000000000000000000000"));
    }

    private static void addOthers(Map<BuiltInType, Constant> to) {
        to.put(BuiltInType.UUID, constant("00000000-0000-0000-0000-000000000000", "00000000000000000000000000000000"));
        // Family IPv4 (2), prefix 32 bits, whether cidr, 4 bytes of address.
        to.put(BuiltInType.INET, constant("0.0.0.0", "0220000400000000"));
        to.put(BuiltInType.CIDR, constant("0.0.0.0/32", "0220010400000000"));
        to.put(BuiltInType.MACADDR, constant("00:00:00:00:00:00", "000000000000"));
        to.put(BuiltInType.MACADDR8, constant("00:00:00:00:00:00:00:00", "0000000000000000"));
        to.put(BuiltInType.BYTEA, constant("\\x", ""));
        // A count of one bit, then it.
        to.put(BuiltInType.BIT, constant("0", "0000000100"));
        to.put(BuiltInType.VARBIT, constant("0", "0000000100"));
        to.put(BuiltInType.TSVECTOR, constant("", "00000000"));
        to.put(BuiltInType.PG_LSN, constant("0/0", "0000000000000000"));
        to.put(BuiltInType.XID8, constant("0", "0000000000000000"));
        // A version, then the text.
        to.put(BuiltInType.JSONPATH, constant("$", "0124"));
    }

    /// Coordinates are eight bytes each: zero, but a line must have a direction (A = 1).
    private static void addPlaces(Map<BuiltInType, Constant> to) {
        String zero = "0000000000000000";
        to.put(BuiltInType.POINT, constant("(0,0)", zero.repeat(2)));
        to.put(BuiltInType.LSEG, constant("[(0,0),(0,0)]", zero.repeat(4)));
        to.put(BuiltInType.BOX, constant("(0,0),(0,0)", zero.repeat(4)));
        to.put(BuiltInType.CIRCLE, constant("<(0,0),0>", zero.repeat(3)));
        to.put(BuiltInType.LINE, constant("{1,0,0}", "3ff0000000000000" + zero.repeat(2)));
        to.put(BuiltInType.PATH, constant("((0,0))", "0100000001" + zero.repeat(2)));
        to.put(BuiltInType.POLYGON, constant("((0,0))", "00000001" + zero.repeat(2)));
    }

    private static void addRanges(Map<BuiltInType, Constant> to) {
        for (var type : List.of(
                BuiltInType.INT4RANGE,
                BuiltInType.INT8RANGE,
                BuiltInType.NUMRANGE,
                BuiltInType.TSRANGE,
                BuiltInType.TSTZRANGE,
                BuiltInType.DATERANGE)) {
            // Flags: it is empty.
            to.put(type, constant("empty", "01"));
        }
        for (var type : List.of(
                BuiltInType.INT4MULTIRANGE,
                BuiltInType.INT8MULTIRANGE,
                BuiltInType.NUMMULTIRANGE,
                BuiltInType.TSMULTIRANGE,
                BuiltInType.TSTZMULTIRANGE,
                BuiltInType.DATEMULTIRANGE)) {
            to.put(type, constant("{}", "00000000"));
        }
    }

    private static Constant same(String text) {
        return new Constant(Slice.utf8(text), Slice.utf8(text));
    }

    private static Constant constant(String text, String hex) {
        return new Constant(Slice.utf8(text), Slice.of(HexFormat.of().parseHex(hex)));
    }

    private static Map<Integer, Constant> byOid() {
        var byOid = new HashMap<Integer, Constant>();
        CONSTANTS.forEach((type, constant) -> byOid.put(type.oid, constant));
        for (BuiltInType type : BuiltInType.values()) {
            if (type.arrayOid != 0) {
                // No dimensions, no NULLs, the elements' type.
                String binary = "0000000000000000" + HexFormat.of().toHexDigits(type.oid);
                byOid.put(type.arrayOid, constant("{}", binary));
            }
        }
        return Map.copyOf(byOid);
    }
}
