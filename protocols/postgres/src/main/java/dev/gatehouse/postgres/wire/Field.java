package dev.gatehouse.postgres.wire;

/// One column of a RowDescription.
///
/// @param name as the client sees it
/// @param tableOid the table it comes from, 0 for an expression
/// @param attribute the column's number in that table, 0 for an expression
/// @param typeOid the type, unsigned
/// @param typeSize bytes, negative for variable length
/// @param typeModifier the type's own, -1 for none
/// @param format TEXT also where it is not known yet, when a statement and not a portal was described
public record Field(
        String name, int tableOid, short attribute, int typeOid, short typeSize, int typeModifier, Format format) {
    /// An empty name and the fixed part.
    static final int MINIMUM = 19;

    static Field decode(MessageReader in) {
        return new Field(
                in.lenientString(), in.int32(), in.int16(), in.int32(), in.int16(), in.int32(), Format.of(in.uint16()));
    }

    void encode(MessageWriter out) {
        out.string(name)
                .int32(tableOid)
                .int16(attribute)
                .int32(typeOid)
                .int16(typeSize)
                .int32(typeModifier)
                .int16(format.code());
    }

    /// Whether it comes straight from a table's column.
    public boolean fromTable() {
        return tableOid != 0 && attribute != 0;
    }
}
