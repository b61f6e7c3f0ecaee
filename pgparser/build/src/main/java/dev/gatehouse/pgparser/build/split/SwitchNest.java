package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.Instruction;
import dev.gatehouse.pgparser.build.wasm.Instruction.Block;
import dev.gatehouse.pgparser.build.wasm.Instruction.BranchTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `switch` as compilers write it: plain blocks, each the first thing in the one around it, and a jump table
/// as the last thing in the innermost.
///
/// @param outer the blocks around the nest, outermost first
/// @param blocks the blocks of the nest, outermost (N0) first
/// @param table the jump table at the end of the innermost block
record SwitchNest(List<Block> outer, List<Block> blocks, BranchTable table) {
    private static final int FEWEST_TARGETS = 8;

    SwitchNest {
        outer = List.copyOf(outer);
        blocks = List.copyOf(blocks);
    }

    /// The nest around the jump table with the most different targets.
    static SwitchNest largestIn(List<Instruction> body) throws NotSplittable {
        Search search = new Search();
        search.visit(body);
        if (search.best == null) {
            throw new NotSplittable("no switch");
        }
        return around(search.best, search.bestPath);
    }

    private static SwitchNest around(BranchTable table, List<Block> path) throws NotSplittable {
        int top = path.size() - 1;
        if (top < 0 || !path.get(top).isPlain()) {
            throw new NotSplittable("the jump table stands in no plain block");
        }
        if (!path.get(top).body().getLast().equals(table)) {
            throw new NotSplittable("the jump table is not the last thing in its block");
        }
        while (top > 0 && path.get(top - 1).isPlain() && startsWith(path.get(top - 1), path.get(top))) {
            top--;
        }
        return new SwitchNest(path.subList(0, top), path.subList(top, path.size()), table);
    }

    private static boolean startsWith(Block outer, Block inner) {
        return outer.body().getFirst() == inner;
    }

    Block outermost() {
        return blocks.getFirst();
    }

    int size() {
        return blocks.size();
    }

    /// What runs before the jump: it leaves the table's index on the stack.
    List<Instruction> head() {
        List<Instruction> innermost = blocks.getLast().body();
        return innermost.subList(0, innermost.size() - 1);
    }

    /// The code behind the label of block `i` (1 or more; what follows block 0 is outside the nest).
    List<Instruction> codeOf(int i) {
        List<Instruction> enclosing = blocks.get(i - 1).body();
        return enclosing.subList(1, enclosing.size());
    }

    int sizeOf(int i) {
        return codeOf(i).stream().mapToInt(Instruction::size).sum();
    }

    private static final class Search {
        private final List<Block> path = new ArrayList<>();
        private int mostTargets = FEWEST_TARGETS - 1;
        private List<Block> bestPath = List.of();
        private @Nullable BranchTable best;

        void visit(List<Instruction> body) {
            for (Instruction instruction : body) {
                if (instruction instanceof BranchTable table) {
                    consider(table);
                } else if (instruction instanceof Block block) {
                    path.add(block);
                    visit(block.body());
                    block.otherwise().ifPresent(this::visit);
                    path.removeLast();
                }
            }
        }

        private void consider(BranchTable table) {
            int targets = (int) table.labels().stream().distinct().count();
            if (targets > mostTargets) {
                mostTargets = targets;
                best = table;
                bestPath = List.copyOf(path);
            }
        }
    }
}
