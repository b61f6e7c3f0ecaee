package dev.gatehouse.pgparser.build.wasm;

import java.util.List;
import java.util.Optional;

/// One instruction of a function's body, as far as moving it elsewhere must understand it.
public sealed interface Instruction {

    /// Bytes that it takes in the binary format, all that it contains included.
    int size();

    /// `block`, `loop` or `if` with all that it encloses. A block is a place, not a value: two blocks that read the
    /// same are still different, which is why this is no record.
    final class Block implements Instruction {
        private final int opcode;
        private final int type;
        private final List<Instruction> body;
        private final Optional<List<Instruction>> otherwise;
        private final int size;

        Block(int opcode, int type, List<Instruction> body, Optional<List<Instruction>> otherwise, int size) {
            this.opcode = opcode;
            this.type = type;
            this.body = List.copyOf(body);
            this.otherwise = otherwise.map(List::copyOf);
            this.size = size;
        }

        public int opcode() {
            return opcode;
        }

        /// The block type as its byte: 0x40 for none, else the type of its value.
        public int type() {
            return type;
        }

        public List<Instruction> body() {
            return body;
        }

        public Optional<List<Instruction>> otherwise() {
            return otherwise;
        }

        @Override
        public int size() {
            return size;
        }

        public boolean isPlain() {
            return opcode == Op.BLOCK && type == NO_VALUE;
        }

        /// The type of the value that a branch to this block's label carries. A loop's label is its start: no value.
        public Optional<ValueType> labelValue() {
            return opcode == Op.LOOP || type == NO_VALUE ? Optional.empty() : Optional.of(ValueType.of(type));
        }

        private static final int NO_VALUE = 0x40;
    }

    /// `br` and `br_if`: label 0 is the innermost enclosing block.
    record Branch(boolean conditional, int label, int size) implements Instruction {}

    /// `br_table`: the last label is the default.
    record BranchTable(List<Integer> labels, int size) implements Instruction {
        public BranchTable {
            labels = List.copyOf(labels);
        }
    }

    /// `local.get`, `local.set` and `local.tee`.
    record Local(int opcode, int index, int size) implements Instruction {
        public boolean writes() {
            return opcode != Op.LOCAL_GET;
        }
    }

    record Return(int size) implements Instruction {}

    /// Everything that means the same wherever it stands.
    final class Plain implements Instruction {
        private final byte[] bytes;

        Plain(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int size() {
            return bytes.length;
        }

        public void write(WasmWriter out) {
            out.bytes(bytes);
        }
    }
}
