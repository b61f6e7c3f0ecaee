package dev.gatehouse.pgparser.build.wasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the instructions of a function's body into a tree.
public final class InstructionReader {
    private final WasmReader in;
    private int terminator;

    private InstructionReader(WasmReader in) {
        this.in = in;
    }

    /// All instructions up to the `end` that closes the function.
    public static List<Instruction> read(WasmReader in) {
        return new InstructionReader(in).sequence();
    }

    private List<Instruction> sequence() {
        List<Instruction> instructions = new ArrayList<>();
        while (true) {
            int start = in.position();
            int opcode = in.u8();
            if (opcode == Op.END || opcode == Op.ELSE) {
                terminator = opcode;
                return instructions;
            }
            instructions.add(instruction(opcode, start));
        }
    }

    private Instruction instruction(int opcode, int start) {
        return switch (opcode) {
            case Op.BLOCK, Op.LOOP, Op.IF -> block(opcode, start);
            case Op.BR, Op.BR_IF -> new Instruction.Branch(opcode == Op.BR_IF, in.u32(), sizeSince(start));
            case Op.BR_TABLE -> branchTable(start);
            case Op.LOCAL_GET, Op.LOCAL_SET, Op.LOCAL_TEE -> new Instruction.Local(opcode, in.u32(), sizeSince(start));
            case Op.RETURN -> new Instruction.Return(sizeSince(start));
            default -> {
                skipImmediates(opcode);
                yield new Instruction.Plain(in.since(start));
            }
        };
    }

    private Instruction block(int opcode, int start) {
        int type = in.u8();
        if (type != 0x40) {
            ValueType.of(type);
        }
        List<Instruction> body = sequence();
        Optional<List<Instruction>> otherwise = terminator == Op.ELSE ? Optional.of(sequence()) : Optional.empty();
        return new Instruction.Block(opcode, type, body, otherwise, sizeSince(start));
    }

    private Instruction branchTable(int start) {
        List<Integer> labels = in.list(WasmReader::u32);
        labels.add(in.u32());
        return new Instruction.BranchTable(labels, sizeSince(start));
    }

    private int sizeSince(int start) {
        return in.position() - start;
    }

    private void skipImmediates(int opcode) {
        switch (opcode) {
            case Op.CALL, Op.GLOBAL_GET, Op.GLOBAL_SET, 0x25, Op.TABLE_SET, Op.REF_FUNC -> in.skipNumber();
            case Op.CALL_INDIRECT -> skipNumbers(2);
            case Op.SELECT_TYPED -> in.list(WasmReader::u8);
            case Op.MEMORY_SIZE, Op.MEMORY_GROW, Op.REF_NULL -> in.u8();
            case Op.I32_CONST, Op.I64_CONST -> in.skipNumber();
            case Op.F32_CONST -> in.take(4);
            case Op.F64_CONST -> in.take(8);
            case Op.PREFIX_FC -> skipPrefixed(in.u32());
            default -> skipOther(opcode);
        }
    }

    private void skipOther(int opcode) {
        if (opcode >= Op.FIRST_MEMORY_ACCESS && opcode <= Op.LAST_MEMORY_ACCESS) {
            skipNumbers(2);
        } else if (opcode > Op.LAST_PLAIN && opcode != Op.REF_IS_NULL) {
            throw new UnsupportedWasm("opcode 0x" + Integer.toHexString(opcode));
        }
    }

    /// Saturating conversions (0 to 7) have no immediates; bulk memory and table instructions have one or two.
    private void skipPrefixed(int instruction) {
        if (instruction > 17) {
            throw new UnsupportedWasm("opcode 0xfc " + instruction);
        }
        switch (instruction) {
            case 8, 10, 12, 14 -> skipNumbers(2);
            case 9, 11, 13, 15, 16, 17 -> in.skipNumber();
            default -> {}
        }
    }

    private void skipNumbers(int count) {
        for (int i = 0; i < count; i++) {
            in.skipNumber();
        }
    }
}
