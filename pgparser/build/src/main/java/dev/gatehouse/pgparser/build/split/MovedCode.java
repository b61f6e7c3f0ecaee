package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.Instruction;
import dev.gatehouse.pgparser.build.wasm.Instruction.Block;
import dev.gatehouse.pgparser.build.wasm.Instruction.Branch;
import dev.gatehouse.pgparser.build.wasm.Instruction.BranchTable;
import dev.gatehouse.pgparser.build.wasm.Instruction.Local;
import dev.gatehouse.pgparser.build.wasm.Instruction.Plain;
import dev.gatehouse.pgparser.build.wasm.Instruction.Return;
import dev.gatehouse.pgparser.build.wasm.Op;
import dev.gatehouse.pgparser.build.wasm.UnsupportedWasm;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// Writes code again for surroundings other than those it was written for.
///
/// Labels are those of the original: 0 is the innermost block that enclosed the moved code. `open` is the number of
/// blocks of the moved code itself that are open at that point.
abstract class MovedCode {
    private final WasmWriter out;
    private final int localShift;
    private final int scratch;
    private final BitSet used = new BitSet();
    private final BitSet written = new BitSet();

    /// @param localShift what is added to every local's index
    /// @param scratch an i32 local that the moved code does not use
    MovedCode(WasmWriter out, int localShift, int scratch) {
        this.out = out;
        this.localShift = localShift;
        this.scratch = scratch;
    }

    /// The label's depth in the new surroundings, if its block encloses the code there too.
    abstract OptionalInt reach(int label, int open);

    /// Leaves for a label that {@link #reach} does not reach. A value that the branch carries is on the stack.
    abstract void leave(int label, int open);

    abstract void leaveFunction(int open);

    abstract boolean carriesValue(int label);

    final WasmWriter out() {
        return out;
    }

    final BitSet usedLocals() {
        return used;
    }

    final BitSet writtenLocals() {
        return written;
    }

    final void write(List<Instruction> code, int open) {
        for (Instruction instruction : code) {
            switch (instruction) {
                case Block block -> write(block, open);
                case Branch branch -> write(branch, open);
                case BranchTable table -> write(table, open);
                case Local local -> write(local);
                case Return leaving -> leaveFunction(open);
                case Plain plain -> plain.write(out);
            }
        }
    }

    void write(Block block, int open) {
        out.op(block.opcode()).op(block.type());
        write(block.body(), open + 1);
        block.otherwise().ifPresent(code -> {
            out.op(Op.ELSE);
            write(code, open + 1);
        });
        out.end();
    }

    private void write(Local local) {
        out.local(local.opcode(), local.index() + localShift);
        used.set(local.index());
        if (local.writes()) {
            written.set(local.index());
        }
    }

    private void write(Branch branch, int open) {
        OptionalInt depth = depthOf(branch.label(), open);
        int label = branch.label() - open;
        if (!branch.conditional()) {
            depth.ifPresentOrElse(out::branch, () -> leave(label, open));
        } else if (depth.isPresent()) {
            out.branchIf(depth.getAsInt());
        } else {
            requireNoValue(label);
            out.when();
            leave(label, open + 1);
            out.end();
        }
    }

    /// Where a branch inside the moved code goes: within it, or to what encloses it here.
    private OptionalInt depthOf(int branchLabel, int open) {
        return branchLabel < open ? OptionalInt.of(branchLabel) : reach(branchLabel - open, open);
    }

    /// Targets that are out of reach get a block each around the jump, behind which they leave.
    private void write(BranchTable table, int open) {
        List<Integer> leaving = table.labels().stream()
                .filter(label -> depthOf(label, open).isEmpty())
                .distinct()
                .toList();
        if (!leaving.isEmpty()) {
            out.set(scratch).blocks(leaving.size()).get(scratch);
        }
        out.branchTable(depths(table, leaving, open));
        for (int i = 0; i < leaving.size(); i++) {
            int label = leaving.get(i) - open;
            requireNoValue(label);
            out.end();
            leave(label, open + leaving.size() - 1 - i);
        }
    }

    private List<Integer> depths(BranchTable table, List<Integer> leaving, int open) {
        List<Integer> depths = new ArrayList<>();
        for (int label : table.labels()) {
            OptionalInt depth = depthOf(label, open);
            depths.add(depth.isPresent() ? depth.getAsInt() + leaving.size() : leaving.indexOf(label));
        }
        return depths;
    }

    private void requireNoValue(int label) {
        if (carriesValue(label)) {
            throw new UnsupportedWasm("a conditional branch that leaves with a value");
        }
    }
}
