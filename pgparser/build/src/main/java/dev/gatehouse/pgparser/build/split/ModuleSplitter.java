package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.WasmModule;
import java.util.ArrayList;
import java.util.List;

/// Splits every function of a module that would become too large a JVM method.
///
/// A byte of WebAssembly becomes up to four of bytecode: groups aim at 1,800 bytes to stay below HotSpot's 8,000. Small
/// groups make the function around them larger (a call each), so groups grow until that one fits too.
public final class ModuleSplitter {
    private static final int TOO_LARGE = 6_000;
    private static final int SMALLEST_GROUP = 1_800;
    private static final int LARGEST_GROUP = 4_500;
    private static final int LARGEST_DISPATCHER = 5_600;

    private final int tooLarge;
    private final int smallestGroup;

    public ModuleSplitter() {
        this(TOO_LARGE, SMALLEST_GROUP);
    }

    /// For trying it on small functions.
    ModuleSplitter(int tooLarge, int smallestGroup) {
        this.tooLarge = tooLarge;
        this.smallestGroup = smallestGroup;
    }

    /// Changes the module; answers a line for every large function saying what became of it.
    public List<String> split(WasmModule module) {
        List<String> report = new ArrayList<>();
        int end = module.nextFunction();
        for (int function = module.firstFunction(); function < end; function++) {
            int size = module.body(function).length;
            if (size >= tooLarge) {
                report.add(split(module, function, size));
            }
        }
        return report;
    }

    private String split(WasmModule module, int function, int size) {
        try {
            SplitFunction split = smallest(module, function);
            split.applyTo(module);
            return split.describe(size);
        } catch (NotSplittable left) {
            return "function %d: %d bytes, left as it is: %s".formatted(function, size, left.getMessage());
        }
    }

    private SplitFunction smallest(WasmModule module, int function) throws NotSplittable {
        int limit = smallestGroup;
        SplitFunction split = SplitFunction.of(module, function, limit);
        while (split.dispatcherSize() > LARGEST_DISPATCHER && limit <= LARGEST_GROUP) {
            limit = limit * 4 / 3;
            split = SplitFunction.of(module, function, limit);
        }
        return split;
    }
}
