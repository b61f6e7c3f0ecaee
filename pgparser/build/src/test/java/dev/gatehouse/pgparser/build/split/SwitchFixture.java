package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.Op;
import dev.gatehouse.pgparser.build.wasm.ValueType;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A hand-made module with one function `f(index, seed)` that is a switch with every way to go on from a case:
/// run on into the next, jump forwards, leave the nest, go round an outer loop again, return a value, branch by
/// a table of its own.
final class SwitchFixture {
    static final int CASES = 12;
    static final int STACK_TOP = 4096;

    private static final int INDEX = 0;
    private static final int SEED = 1;
    private static final int SUM = 2;
    private static final int ROUNDS = 3;
    private static final int I32_MUL = 0x6c;
    private static final int I32_XOR = 0x73;
    private static final int I32_LT_U = 0x49;

    private SwitchFixture() {}

    static byte[] module() {
        return module(switchFunction());
    }

    static byte[] moduleWithoutSwitch() {
        WasmWriter out = new WasmWriter();
        out.locals(List.of());
        out.get(INDEX).get(SEED).op(Op.I32_ADD).end();
        return module(out.toByteArray());
    }

    private static byte[] module(byte[] body) {
        WasmWriter out = new WasmWriter();
        out.bytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        section(out, 1, types());
        section(out, 3, bytes(1, 0));
        section(out, 5, bytes(1, 1, 1, 2));
        WasmWriter global = new WasmWriter();
        global.bytes(bytes(1, 0x7f, 1));
        global.constant(STACK_TOP).end();
        section(out, 6, global.toByteArray());
        section(out, 7, export());
        WasmWriter code = new WasmWriter();
        code.u32(1);
        code.u32(body.length);
        code.bytes(body);
        section(out, 10, code.toByteArray());
        return out.toByteArray();
    }

    private static byte[] types() {
        return bytes(1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f);
    }

    private static byte[] export() {
        WasmWriter out = new WasmWriter();
        out.bytes(bytes(1, 1));
        out.bytes("f".getBytes(StandardCharsets.US_ASCII));
        out.bytes(bytes(0, 0));
        return out.toByteArray();
    }

    private static byte[] switchFunction() {
        WasmWriter out = new WasmWriter();
        out.locals(List.of(ValueType.I32, ValueType.I32));
        out.loop().blocks(CASES);
        mix(out, 1);
        out.get(INDEX).branchTable(labels());
        for (int block = CASES - 1; block >= 1; block--) {
            out.end();
            writeCase(out, block);
        }
        out.end();
        mix(out, 1_000);
        out.end();
        return out.get(SUM).end().toByteArray();
    }

    /// Index i goes to block i; whatever is beyond goes behind the nest.
    private static List<Integer> labels() {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            labels.add(CASES - 1 - i);
        }
        labels.add(CASES - 1);
        return labels;
    }

    /// The code behind the label of a block; label 0 there is the block before it, label `block` is the loop.
    private static void writeCase(WasmWriter out, int block) {
        mix(out, block);
        switch (block) {
            case 2 -> out.get(SEED).constant(1).op(Op.I32_AND).branchIf(1);
            case 4 -> out.branch(3);
            case 5 -> again(out, block);
            case 6 -> out.get(SUM).constant(99).op(I32_MUL).op(Op.RETURN);
            case 7 -> out.get(SEED).constant(3).op(Op.I32_AND).branchTable(List.of(0, 2, 4, 6));
            case 9 -> {
                out.get(SEED).constant(5).op(I32_LT_U).when();
                out.branch(3).end();
            }
            case 10 -> {
                out.block().get(SEED).branchIf(0);
                mix(out, 77);
                out.end();
            }
            default -> {}
        }
    }

    /// Twice round the loop with another index, then on.
    private static void again(WasmWriter out, int loop) {
        out.get(ROUNDS)
                .constant(1)
                .op(Op.I32_ADD)
                .tee(ROUNDS)
                .constant(3)
                .op(I32_LT_U)
                .when();
        out.constant(9).set(INDEX).get(SEED).constant(11).op(I32_MUL).set(SEED).branch(loop + 1);
        out.end();
    }

    private static void mix(WasmWriter out, int number) {
        out.get(SUM)
                .constant(31)
                .op(I32_MUL)
                .get(SEED)
                .op(I32_XOR)
                .constant(number)
                .op(Op.I32_ADD)
                .set(SUM);
    }

    private static void section(WasmWriter out, int id, byte[] content) {
        out.u8(id);
        out.u32(content.length);
        out.bytes(content);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
