package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.Instruction;
import dev.gatehouse.pgparser.build.wasm.Instruction.Block;
import dev.gatehouse.pgparser.build.wasm.Op;
import dev.gatehouse.pgparser.build.wasm.ValueType;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The split function itself: all that stood around the nest, and in the nest's place a loop over states.
///
/// Its variables: the original's, then the state, the frame's address and scratch.
final class Dispatcher extends MovedCode {
    private static final int STACK_POINTER = 0;
    /// Blocks that stand where the nest's blocks stood while its head is written.
    private static final int HEAD_BLOCKS = 2;

    private final SplitPlan plan;
    private final int firstGroup;
    private final int map;
    private final int state;
    private final int frame;
    private boolean inHead;

    private Dispatcher(SplitPlan plan, int firstGroup, int map) {
        super(new WasmWriter(), 0, plan.frame().locals().size() + 2);
        this.plan = plan;
        this.firstGroup = firstGroup;
        this.map = map;
        this.state = plan.frame().locals().size();
        this.frame = state + 1;
    }

    /// @param firstGroup index of the first group's function; the others follow
    /// @param map index of the function that turns the table's index into a state
    static byte[] of(SplitPlan plan, List<Instruction> original, int firstGroup, int map) {
        Dispatcher dispatcher = new Dispatcher(plan, firstGroup, map);
        dispatcher.write(original, 0);
        dispatcher.out().end();
        return dispatcher.withLocals();
    }

    private byte[] withLocals() {
        List<ValueType> all = plan.frame().locals();
        List<ValueType> variables =
                new ArrayList<>(all.subList(plan.type().parameters().size(), all.size()));
        variables.addAll(List.of(ValueType.I32, ValueType.I32, ValueType.I32));
        WasmWriter function = new WasmWriter();
        function.locals(variables);
        function.bytes(out().toByteArray());
        return function.toByteArray();
    }

    @Override
    void write(Block block, int open) {
        if (block == plan.nest().outermost()) {
            writeNest();
        } else {
            super.write(block, open);
        }
    }

    private void writeNest() {
        writeHead();
        openFrame();
        writeLoop();
        closeFrame();
        goOn();
        out().end();
    }

    /// Two blocks: leaving the inner one starts the loop, leaving the outer one skips the nest.
    private void writeHead() {
        out().blocks(HEAD_BLOCKS);
        inHead = true;
        write(plan.nest().head(), 0);
        inHead = false;
        out().call(map).set(state).end();
    }

    private void openFrame() {
        out().getGlobal(STACK_POINTER)
                .constant(plan.frame().size())
                .op(Op.I32_SUB)
                .tee(frame);
        out().setGlobal(STACK_POINTER);
        for (int local = 0; local < plan.frame().locals().size(); local++) {
            plan.frame().store(out(), frame, local, local);
        }
    }

    /// Calls the group of the current state until a state belongs to none.
    private void writeLoop() {
        int groups = plan.groups().groups().size();
        List<Integer> labels =
                new ArrayList<>(IntStream.range(0, groups).boxed().toList());
        labels.add(groups + 1);
        out().block().loop().blocks(groups);
        out().get(state).constant(8).op(Op.I32_SHR_U).branchTable(labels);
        for (int group = 0; group < groups; group++) {
            out().end().get(state).get(frame).call(firstGroup + group).set(state);
            out().branch(groups - 1 - group);
        }
        out().end().end();
    }

    /// A case that ends the function has released the function's own stack, and the frame with it: then it stays so.
    private void closeFrame() {
        for (int local = 0; local < plan.frame().locals().size(); local++) {
            plan.frame().load(out(), frame, local, local);
        }
        out().getGlobal(STACK_POINTER).get(frame).op(Op.I32_EQ).when();
        out().get(frame).constant(plan.frame().size()).op(Op.I32_ADD).setGlobal(STACK_POINTER);
        out().end();
    }

    private void goOn() {
        if (plan.returns()) {
            whenState(plan.groups().returned());
            plan.type().result().ifPresent(this::loadCarried);
            out().op(Op.RETURN).end();
        }
        for (int label : plan.usedLabels()) {
            whenState(plan.groups().outer(label));
            plan.valueOf(label).ifPresent(this::loadCarried);
            out().branch(label + HEAD_BLOCKS).end();
        }
    }

    private void whenState(int expected) {
        out().get(state).constant(expected).op(Op.I32_EQ).when();
    }

    private void loadCarried(ValueType type) {
        plan.frame().loadCarried(out(), frame, type);
    }

    @Override
    OptionalInt reach(int label, int open) {
        if (!inHead) {
            return OptionalInt.of(label + open);
        }
        int outer = label - plan.nest().size();
        return outer < 0 ? OptionalInt.empty() : OptionalInt.of(outer + HEAD_BLOCKS + open);
    }

    /// Only the head has labels out of reach: those of the nest's blocks.
    @Override
    void leave(int label, int open) {
        int block = plan.nest().size() - 1 - label;
        out().constant(plan.groups().stateOf(block)).set(state).branch(open);
    }

    @Override
    void leaveFunction(int open) {
        out().op(Op.RETURN);
    }

    @Override
    boolean carriesValue(int label) {
        return label >= plan.nest().size();
    }
}
