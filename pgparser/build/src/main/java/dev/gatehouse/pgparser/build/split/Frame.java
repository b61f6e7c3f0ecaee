package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.ValueType;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.util.List;

/// Where a split function keeps its locals in memory while its parts run: eight bytes each, then one place for
/// the value that a branch or a return carries out of a part.
record Frame(List<ValueType> locals) {
    private static final int SLOT = 8;
    private static final int STACK_ALIGNMENT = 16;

    Frame {
        locals = List.copyOf(locals);
    }

    int size() {
        int slots = locals.size() + 2;
        return (slots * SLOT + STACK_ALIGNMENT - 1) / STACK_ALIGNMENT * STACK_ALIGNMENT;
    }

    /// Frame to local variable.
    void load(WasmWriter out, int frame, int local, int variable) {
        out.get(frame).load(locals.get(local), local * SLOT).set(variable);
    }

    /// Local variable to frame.
    void store(WasmWriter out, int frame, int local, int variable) {
        out.get(frame).get(variable).store(locals.get(local), local * SLOT);
    }

    void loadCarried(WasmWriter out, int frame, ValueType type) {
        out.get(frame).load(type, locals.size() * SLOT);
    }

    void storeCarried(WasmWriter out, int frame, ValueType type, int variable) {
        out.get(frame).get(variable).store(type, locals.size() * SLOT);
    }
}
