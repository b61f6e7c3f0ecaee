package dev.gatehouse.pgparser.build.split;

import java.util.ArrayList;
import java.util.List;

/// Packs a nest's cases into groups, one function each, and numbers the states in which a group can leave off.
///
/// A state below {@link #nestEnd()} is a case: the group's number times 256, plus the case's place in the group.
final class CaseGroups {
    private static final int MOST_CASES = 200;
    /// What a case costs beyond its code: the block around it and its entry in the group's jump table.
    private static final int PER_CASE = 4;

    /// The cases from `high` down to `low`: the order in which they stand in the code.
    record Group(int high, int low) {
        int size() {
            return high - low + 1;
        }
    }

    private final List<Group> groups = new ArrayList<>();
    private final int[] states;

    /// @param limit the size in bytes that a group should not exceed (a single case may)
    CaseGroups(SwitchNest nest, int limit) {
        states = new int[nest.size()];
        int high = nest.size() - 1;
        while (high >= 1) {
            int low = high;
            int size = nest.sizeOf(high);
            while (low > 1 && high - low < MOST_CASES && size + nest.sizeOf(low - 1) + PER_CASE <= limit) {
                low--;
                size += nest.sizeOf(low) + PER_CASE;
            }
            add(new Group(high, low));
            high = low - 1;
        }
        states[0] = nestEnd();
    }

    private void add(Group group) {
        for (int i = group.low(); i <= group.high(); i++) {
            states[i] = (groups.size() << 8) | (i - group.low());
        }
        groups.add(group);
    }

    List<Group> groups() {
        return groups;
    }

    /// The state that stands for "go on behind the label of block `i`".
    int stateOf(int i) {
        return states[i];
    }

    /// Go on behind the whole nest.
    int nestEnd() {
        return groups.size() << 8;
    }

    /// The function returns; its result, if it has one, lies in the frame.
    int returned() {
        return nestEnd() + 1;
    }

    /// Branch to a label outside the nest, 0 being the innermost block around it.
    int outer(int label) {
        return nestEnd() + 2 + label;
    }
}
