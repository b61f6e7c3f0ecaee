package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.FunctionType;
import dev.gatehouse.pgparser.build.wasm.ValueType;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// How one function is going to be split, and which ways out of its nest its parts turned out to use.
final class SplitPlan {
    private final FunctionType type;
    private final Frame frame;
    private final SwitchNest nest;
    private final CaseGroups groups;
    private final SortedSet<Integer> usedLabels = new TreeSet<>();
    private boolean returns;

    SplitPlan(FunctionType type, Frame frame, SwitchNest nest, CaseGroups groups) {
        this.type = type;
        this.frame = frame;
        this.nest = nest;
        this.groups = groups;
    }

    FunctionType type() {
        return type;
    }

    Frame frame() {
        return frame;
    }

    SwitchNest nest() {
        return nest;
    }

    CaseGroups groups() {
        return groups;
    }

    /// The value that a branch to a label outside the nest carries; the outermost label is the function's own.
    Optional<ValueType> valueOf(int outerLabel) {
        int depth = nest.outer().size() - 1 - outerLabel;
        return depth < 0 ? type.result() : nest.outer().get(depth).labelValue();
    }

    int useOuter(int label) {
        usedLabels.add(label);
        return groups.outer(label);
    }

    int useReturn() {
        returns = true;
        return groups.returned();
    }

    SortedSet<Integer> usedLabels() {
        return usedLabels;
    }

    boolean returns() {
        return returns;
    }
}
