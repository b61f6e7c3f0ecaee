package dev.gatehouse.pgparser.build.wasm;

/// A number type: its code, and how a value of it is loaded from and stored to memory.
public enum ValueType {
    I32(0x7f, 0x28, 0x36, 2),
    I64(0x7e, 0x29, 0x37, 3),
    F32(0x7d, 0x2a, 0x38, 2),
    F64(0x7c, 0x2b, 0x39, 3);

    final int code;
    final int load;
    final int store;
    /// Base-two logarithm of the natural alignment.
    final int alignment;

    ValueType(int code, int load, int store, int alignment) {
        this.code = code;
        this.load = load;
        this.store = store;
        this.alignment = alignment;
    }

    public static ValueType of(int code) {
        for (ValueType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new UnsupportedWasm("value type 0x" + Integer.toHexString(code));
    }
}
