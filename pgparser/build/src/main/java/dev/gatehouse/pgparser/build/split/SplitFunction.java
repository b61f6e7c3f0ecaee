package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.FunctionType;
import dev.gatehouse.pgparser.build.wasm.Instruction;
import dev.gatehouse.pgparser.build.wasm.InstructionReader;
import dev.gatehouse.pgparser.build.wasm.UnsupportedWasm;
import dev.gatehouse.pgparser.build.wasm.ValueType;
import dev.gatehouse.pgparser.build.wasm.WasmModule;
import dev.gatehouse.pgparser.build.wasm.WasmReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One function, split: what replaces it, and what is added to the module behind its last function.
final class SplitFunction {
    private final int function;
    private final byte[] dispatcher;
    private final List<Added> added;
    private final int cases;
    private final int groups;

    private SplitFunction(int function, byte[] dispatcher, List<Added> added, SplitPlan plan) {
        this.function = function;
        this.dispatcher = dispatcher;
        this.added = added;
        this.cases = plan.nest().size();
        this.groups = plan.groups().groups().size();
    }

    /// @param limit the size in bytes that a group of cases should not exceed
    static SplitFunction of(WasmModule module, int function, int limit) throws NotSplittable {
        FunctionType type = module.typeOf(function);
        WasmReader in = new WasmReader(module.body(function));
        Frame frame = new Frame(locals(type, in));
        List<Instruction> original = InstructionReader.read(in);
        SwitchNest nest = SwitchNest.largestIn(original);
        SplitPlan plan = new SplitPlan(type, frame, nest, new CaseGroups(nest, limit));
        try {
            return build(plan, original, function, module.nextFunction());
        } catch (UnsupportedWasm unsupported) {
            throw new NotSplittable(String.valueOf(unsupported.getMessage()));
        }
    }

    private static List<ValueType> locals(FunctionType type, WasmReader in) {
        List<ValueType> locals = new ArrayList<>(type.parameters());
        in.list(reader -> Collections.nCopies(reader.u32(), ValueType.of(reader.u8())))
                .forEach(locals::addAll);
        return locals;
    }

    private static SplitFunction build(SplitPlan plan, List<Instruction> original, int function, int next) {
        List<Added> added = new ArrayList<>();
        for (CaseGroups.Group group : plan.groups().groups()) {
            added.add(new Added(CaseFunction.TYPE, CaseFunction.of(plan, group)));
        }
        for (byte[] body : new StateMap(plan).functions(next + added.size())) {
            added.add(new Added(StateMap.TYPE, body));
        }
        byte[] dispatcher = Dispatcher.of(plan, original, next, next + added.size() - 1);
        return new SplitFunction(function, dispatcher, added, plan);
    }

    int dispatcherSize() {
        return dispatcher.length;
    }

    void applyTo(WasmModule module) {
        added.forEach(extra -> module.addFunction(extra.type, extra.body));
        module.replaceBody(function, dispatcher);
    }

    String describe(int originalSize) {
        return "function %d: %d bytes, %d cases -> %d groups, %d bytes around them"
                .formatted(function, originalSize, cases, groups, dispatcher.length);
    }

    private static final class Added {
        private final FunctionType type;
        private final byte[] body;

        private Added(FunctionType type, byte[] body) {
            this.type = type;
            this.body = body;
        }
    }
}
