package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.split.CaseGroups.Group;
import dev.gatehouse.pgparser.build.wasm.FunctionType;
import dev.gatehouse.pgparser.build.wasm.Op;
import dev.gatehouse.pgparser.build.wasm.UnsupportedWasm;
import dev.gatehouse.pgparser.build.wasm.ValueType;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/// The function that runs one group of cases: `(state, frame) -> state`.
///
/// Its variables: the two parameters, then the original's locals, then scratch for an index and for carried values.
final class CaseFunction extends MovedCode {
    static final FunctionType TYPE = new FunctionType(List.of(ValueType.I32, ValueType.I32), List.of(ValueType.I32));

    private static final int STATE = 0;
    private static final int FRAME = 1;
    private static final int PARAMETERS = 2;

    private final SplitPlan plan;
    private final Group group;
    private final int firstScratch;
    /// The case whose code is being written. Around it are open: the blocks of the cases below it in the group, and one
    /// around all, behind which the function ends.
    private int current;

    private CaseFunction(SplitPlan plan, Group group) {
        super(new WasmWriter(), PARAMETERS, PARAMETERS + plan.frame().locals().size());
        this.plan = plan;
        this.group = group;
        this.firstScratch = PARAMETERS + plan.frame().locals().size();
    }

    static byte[] of(SplitPlan plan, Group group) {
        CaseFunction function = new CaseFunction(plan, group);
        function.writeCases();
        return function.withLocals();
    }

    private void writeCases() {
        CaseGroups groups = plan.groups();
        out().block().blocks(group.size()).get(STATE).constant(255).op(Op.I32_AND);
        out().branchTable(entries());
        for (current = group.high(); current >= group.low(); current--) {
            out().end();
            write(plan.nest().codeOf(current), 0);
        }
        out().constant(groups.stateOf(group.low() - 1)).set(STATE).end();
    }

    /// The lowest case has the outermost block.
    private List<Integer> entries() {
        List<Integer> labels = new ArrayList<>();
        for (int i = group.low(); i <= group.high(); i++) {
            labels.add(group.high() - i);
        }
        labels.add(0);
        return labels;
    }

    private byte[] withLocals() {
        Frame frame = plan.frame();
        List<ValueType> variables = new ArrayList<>(frame.locals());
        variables.addAll(List.of(ValueType.I32, ValueType.I64, ValueType.F64));
        WasmWriter function = new WasmWriter();
        function.locals(variables);
        each(usedLocals(), local -> frame.load(function, FRAME, local, local + PARAMETERS));
        function.bytes(out().toByteArray());
        each(writtenLocals(), local -> frame.store(function, FRAME, local, local + PARAMETERS));
        return function.get(STATE).end().toByteArray();
    }

    private static void each(BitSet locals, IntConsumer action) {
        locals.stream().forEach(action);
    }

    /// Label 0 is the block before the current one in the nest, and so on outwards.
    @Override
    OptionalInt reach(int label, int open) {
        return current - 1 - label >= group.low() ? OptionalInt.of(label + open) : OptionalInt.empty();
    }

    @Override
    void leave(int label, int open) {
        int block = current - 1 - label;
        if (block >= 0) {
            leaveIn(plan.groups().stateOf(block), open);
        } else {
            int outer = -1 - block;
            plan.valueOf(outer).ifPresent(this::storeCarried);
            leaveIn(plan.useOuter(outer), open);
        }
    }

    @Override
    void leaveFunction(int open) {
        plan.type().result().ifPresent(this::storeCarried);
        leaveIn(plan.useReturn(), open);
    }

    private void leaveIn(int state, int open) {
        out().constant(state).set(STATE).branch(open + current - group.low());
    }

    private void storeCarried(ValueType type) {
        int scratch = switch (type) {
            case I32 -> firstScratch;
            case I64 -> firstScratch + 1;
            case F64 -> firstScratch + 2;
            case F32 -> throw new UnsupportedWasm("a branch that carries an f32");
        };
        out().set(scratch);
        plan.frame().storeCarried(out(), FRAME, type, scratch);
    }

    @Override
    boolean carriesValue(int label) {
        int block = current - 1 - label;
        Optional<ValueType> value = block >= 0 ? Optional.empty() : plan.valueOf(-1 - block);
        return value.isPresent();
    }
}
