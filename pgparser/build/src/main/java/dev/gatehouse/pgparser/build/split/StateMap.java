package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.FunctionType;
import dev.gatehouse.pgparser.build.wasm.Op;
import dev.gatehouse.pgparser.build.wasm.ValueType;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The functions that turn the jump table's index into a state: one for every 128 entries, and one that chooses
/// among them.
final class StateMap {
    static final FunctionType TYPE = new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));

    private static final int INDEX = 0;
    private static final int CHUNK_BITS = 7;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final List<Integer> states;
    private final int defaultState;

    StateMap(SplitPlan plan) {
        List<Integer> all = plan.nest().table().labels().stream()
                .map(label -> stateOf(plan, label))
                .toList();
        states = all.subList(0, all.size() - 1);
        defaultState = all.getLast();
    }

    private static int stateOf(SplitPlan plan, int label) {
        int block = plan.nest().size() - 1 - label;
        return block >= 0 ? plan.groups().stateOf(block) : plan.useOuter(-1 - block);
    }

    /// The functions' bodies; the last one is the one to call.
    List<byte[]> functions(int firstIndex) {
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < states.size(); from += CHUNK) {
            bodies.add(chunk(states.subList(from, Math.min(states.size(), from + CHUNK))));
        }
        bodies.add(chooser(firstIndex, bodies.size()));
        return bodies;
    }

    private static byte[] chunk(List<Integer> part) {
        List<Integer> different = part.stream().distinct().toList();
        List<Integer> labels = part.stream().map(different::indexOf).toList();
        WasmWriter out = new WasmWriter();
        out.locals(List.of());
        out.blocks(different.size()).get(INDEX).branchTable(labels);
        different.forEach(state -> out.end().constant(state).op(Op.RETURN));
        return out.op(Op.UNREACHABLE).end().toByteArray();
    }

    private byte[] chooser(int firstIndex, int chunks) {
        WasmWriter out = new WasmWriter();
        out.locals(List.of());
        out.block().blocks(chunks);
        out.get(INDEX).constant(states.size()).op(Op.I32_GE_U).branchIf(chunks);
        out.get(INDEX).constant(CHUNK_BITS).op(Op.I32_SHR_U).branchTable(upTo(chunks));
        for (int chunk = 0; chunk < chunks; chunk++) {
            out.end().get(INDEX).constant(CHUNK - 1).op(Op.I32_AND).call(firstIndex + chunk);
            out.op(Op.RETURN);
        }
        return out.end().constant(defaultState).end().toByteArray();
    }

    /// Labels 0 to count - 1; the last of them is the default too, which the check before excludes.
    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
