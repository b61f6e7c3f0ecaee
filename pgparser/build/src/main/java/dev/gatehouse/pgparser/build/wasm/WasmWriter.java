package dev.gatehouse.pgparser.build.wasm;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Writes numbers and instructions in WebAssembly's binary form. Methods that write an instruction return the writer.
public final class WasmWriter {
    private static final int NO_RESULT = 0x40;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public byte[] toByteArray() {
        return out.toByteArray();
    }

    public int size() {
        return out.size();
    }

    public void u8(int value) {
        out.write(value);
    }

    public void bytes(byte[] bytes) {
        out.writeBytes(bytes);
    }

    public void u32(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            u8((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        u8(rest);
    }

    public void s32(int value) {
        int rest = value;
        while (rest < -64 || rest > 63) {
            u8((rest & 0x7f) | 0x80);
            rest >>= 7;
        }
        u8(rest & 0x7f);
    }

    /// The local variables of a function beyond its parameters, each declared on its own.
    public void locals(List<ValueType> types) {
        u32(types.size());
        for (ValueType type : types) {
            u32(1);
            u8(type.code);
        }
    }

    public WasmWriter op(int opcode) {
        u8(opcode);
        return this;
    }

    private WasmWriter op(int opcode, int argument) {
        u8(opcode);
        u32(argument);
        return this;
    }

    public WasmWriter block() {
        return op(Op.BLOCK).op(NO_RESULT);
    }

    public WasmWriter blocks(int count) {
        for (int i = 0; i < count; i++) {
            block();
        }
        return this;
    }

    public WasmWriter loop() {
        return op(Op.LOOP).op(NO_RESULT);
    }

    public WasmWriter when() {
        return op(Op.IF).op(NO_RESULT);
    }

    public WasmWriter end() {
        return op(Op.END);
    }

    public WasmWriter branch(int label) {
        return op(Op.BR, label);
    }

    public WasmWriter branchIf(int label) {
        return op(Op.BR_IF, label);
    }

    /// The last label is where an index past the table goes.
    public WasmWriter branchTable(List<Integer> labels) {
        op(Op.BR_TABLE, labels.size() - 1);
        labels.forEach(this::u32);
        return this;
    }

    public WasmWriter call(int function) {
        return op(Op.CALL, function);
    }

    public WasmWriter constant(int value) {
        u8(Op.I32_CONST);
        s32(value);
        return this;
    }

    public WasmWriter get(int local) {
        return op(Op.LOCAL_GET, local);
    }

    public WasmWriter set(int local) {
        return op(Op.LOCAL_SET, local);
    }

    public WasmWriter tee(int local) {
        return op(Op.LOCAL_TEE, local);
    }

    public WasmWriter local(int opcode, int local) {
        return op(opcode, local);
    }

    public WasmWriter getGlobal(int global) {
        return op(Op.GLOBAL_GET, global);
    }

    public WasmWriter setGlobal(int global) {
        return op(Op.GLOBAL_SET, global);
    }

    public WasmWriter load(ValueType type, int offset) {
        op(type.load, type.alignment).u32(offset);
        return this;
    }

    public WasmWriter store(ValueType type, int offset) {
        op(type.store, type.alignment).u32(offset);
        return this;
    }
}
