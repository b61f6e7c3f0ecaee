package dev.gatehouse.postgres.types;

import java.util.HashMap;
import java.util.Map;

/// One type of a result column.
///
/// @param oid as in RowDescription
/// @param name as in `pg_type.typname`, arrays with `[]`
/// @param elementOid the elements' type of an array, else 0
public record PgType(int oid, String name, TypeCategory category, int elementOid) {
    private static final Map<Integer, PgType> KNOWN = known();

    private static Map<Integer, PgType> known() {
        var types = new HashMap<Integer, PgType>();
        for (BuiltInType type : BuiltInType.values()) {
            types.put(type.oid, new PgType(type.oid, type.typeName, type.category, 0));
            if (type.arrayOid != 0) {
                types.put(type.arrayOid, new PgType(type.arrayOid, type.typeName + "[]", TypeCategory.ARRAY, type.oid));
            }
        }
        return Map.copyOf(types);
    }

    /// The built-in type with this OID; for all others one of category [TypeCategory#OTHER].
    public static PgType of(int oid) {
        PgType known = KNOWN.get(oid);
        return known != null ? known : new PgType(oid, "type " + Integer.toUnsignedString(oid), TypeCategory.OTHER, 0);
    }

    /// The type whose category decides about masks: an array's elements', else itself.
    public PgType base() {
        return elementOid == 0 ? this : of(elementOid);
    }

    /// Whether its values are text that a mask can shorten or replace, the same in text and binary format.
    public boolean textLike() {
        return category == TypeCategory.TEXT && oid != BuiltInType.CHAR.oid;
    }
}
