package dev.gatehouse.postgres.types;

/// The built-in scalar types whose values a mask may meet, with the OIDs that PostgreSQL fixed for good.
enum BuiltInType {
    BOOL(16, 1000, "bool", TypeCategory.BOOLEAN),
    BYTEA(17, 1001, "bytea", TypeCategory.BYTES),
    CHAR(18, 1002, "char", TypeCategory.TEXT),
    NAME(19, 1003, "name", TypeCategory.TEXT),
    INT8(20, 1016, "int8", TypeCategory.INTEGER),
    INT2(21, 1005, "int2", TypeCategory.INTEGER),
    INT4(23, 1007, "int4", TypeCategory.INTEGER),
    TEXT(25, 1009, "text", TypeCategory.TEXT),
    OID(26, 1028, "oid", TypeCategory.INTEGER),
    JSON(114, 199, "json", TypeCategory.JSON),
    XML(142, 143, "xml", TypeCategory.XML),
    POINT(600, 1017, "point", TypeCategory.GEOMETRIC),
    LSEG(601, 1018, "lseg", TypeCategory.GEOMETRIC),
    PATH(602, 1019, "path", TypeCategory.GEOMETRIC),
    BOX(603, 1020, "box", TypeCategory.GEOMETRIC),
    POLYGON(604, 1027, "polygon", TypeCategory.GEOMETRIC),
    LINE(628, 629, "line", TypeCategory.GEOMETRIC),
    CIRCLE(718, 719, "circle", TypeCategory.GEOMETRIC),
    CIDR(650, 651, "cidr", TypeCategory.NETWORK),
    FLOAT4(700, 1021, "float4", TypeCategory.NUMBER),
    FLOAT8(701, 1022, "float8", TypeCategory.NUMBER),
    UNKNOWN(705, 0, "unknown", TypeCategory.TEXT),
    MACADDR8(774, 775, "macaddr8", TypeCategory.NETWORK),
    MONEY(790, 791, "money", TypeCategory.MONEY),
    MACADDR(829, 1040, "macaddr", TypeCategory.NETWORK),
    INET(869, 1041, "inet", TypeCategory.NETWORK),
    BPCHAR(1042, 1014, "bpchar", TypeCategory.TEXT),
    VARCHAR(1043, 1015, "varchar", TypeCategory.TEXT),
    DATE(1082, 1182, "date", TypeCategory.DATE),
    TIME(1083, 1183, "time", TypeCategory.TIME),
    TIMESTAMP(1114, 1115, "timestamp", TypeCategory.TIMESTAMP),
    TIMESTAMPTZ(1184, 1185, "timestamptz", TypeCategory.TIMESTAMP),
    INTERVAL(1186, 1187, "interval", TypeCategory.INTERVAL),
    TIMETZ(1266, 1270, "timetz", TypeCategory.TIME),
    BIT(1560, 1561, "bit", TypeCategory.BIT),
    VARBIT(1562, 1563, "varbit", TypeCategory.BIT),
    NUMERIC(1700, 1231, "numeric", TypeCategory.NUMBER),
    UUID(2950, 2951, "uuid", TypeCategory.UUID),
    JSONB(3802, 3807, "jsonb", TypeCategory.JSON),
    JSONPATH(4072, 4073, "jsonpath", TypeCategory.OTHER),
    TSVECTOR(3614, 3643, "tsvector", TypeCategory.OTHER),
    PG_LSN(3220, 3221, "pg_lsn", TypeCategory.OTHER),
    XID8(5069, 271, "xid8", TypeCategory.OTHER),
    TSQUERY(3615, 3645, "tsquery", TypeCategory.OTHER),
    INT4RANGE(3904, 3905, "int4range", TypeCategory.OTHER),
    NUMRANGE(3906, 3907, "numrange", TypeCategory.OTHER),
    TSRANGE(3908, 3909, "tsrange", TypeCategory.OTHER),
    TSTZRANGE(3910, 3911, "tstzrange", TypeCategory.OTHER),
    DATERANGE(3912, 3913, "daterange", TypeCategory.OTHER),
    INT8RANGE(3926, 3927, "int8range", TypeCategory.OTHER),
    INT4MULTIRANGE(4451, 6150, "int4multirange", TypeCategory.OTHER),
    NUMMULTIRANGE(4532, 6151, "nummultirange", TypeCategory.OTHER),
    TSMULTIRANGE(4533, 6152, "tsmultirange", TypeCategory.OTHER),
    TSTZMULTIRANGE(4534, 6153, "tstzmultirange", TypeCategory.OTHER),
    DATEMULTIRANGE(4535, 6155, "datemultirange", TypeCategory.OTHER),
    INT8MULTIRANGE(4536, 6157, "int8multirange", TypeCategory.OTHER);

    final int oid;
    final int arrayOid;
    final String typeName;
    final TypeCategory category;

    BuiltInType(int oid, int arrayOid, String typeName, TypeCategory category) {
        this.oid = oid;
        this.arrayOid = arrayOid;
        this.typeName = typeName;
        this.category = category;
    }
}
