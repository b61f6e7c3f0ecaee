package dev.gatehouse.detection;

import dev.gatehouse.model.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What was proposed for one text, each with the sum of what speaks for and against it; and which of them remain.
/// One thread; reused, so that a proposal costs no object.
final class Candidates {
    /// Steps for one of log-odds: finer than anybody is told.
    private static final int STEPS = 64;

    private static final double[] CONFIDENCES = confidences();

    private final Cell cell;
    private int count;
    private int[] start = new int[16];
    private int[] end = new int[16];
    private double[] score = new double[16];
    private String[] type = new String[16];
    private Category[] category = new Category[16];
    /// Whether it may lie in what is opaque.
    private boolean[] inOpaque = new boolean[16];
    /// Places of candidates, in the order in which they are looked at.
    private int[] order = new int[16];

    private final BitSet opaque = new BitSet();
    private boolean someOpaque;

    Candidates(Cell cell) {
        this.cell = cell;
        Arrays.fill(type, "");
        Arrays.fill(category, FindingType.SECRET.category());
    }

    private static double[] confidences() {
        double[] confidences = new double[16 * STEPS];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = 1 / (1 + Math.exp(-(i + 0.5) / STEPS));
        }
        return confidences;
    }

    void clear() {
        count = 0;
        if (someOpaque) {
            opaque.clear();
            someOpaque = false;
        }
    }

    /// A stretch that is something else, such as a UUID: nothing is found inside it.
    void opaque(int from, int to) {
        opaque.set(from, to);
        someOpaque = true;
    }

    private boolean lost(int candidate) {
        if (!someOpaque || inOpaque[candidate]) {
            return false;
        }
        int next = opaque.nextSetBit(start[candidate]);
        return next >= 0 && next < end[candidate];
    }

    /// Proposes a stretch; the column and the words around it speak as well.
    ///
    /// @param shape what the stretch itself says, as log-odds in a column of which nothing is known
    void propose(FindingType what, int from, int to, double shape) {
        double sum = shape + cell.column.evidence(what);
        // The words around can say much, but not everything.
        if (sum > -6 && cell.tokens.count > 0) {
            sum += cell.neighbours(what, from, to);
        }
        accept(what, from, to, sum);
    }

    /// The same where the words around have been heard already.
    void accept(FindingType what, int from, int to, double sum) {
        if (sum > 0) {
            add(from, to, what.name(), what.category(), sum, false);
        }
    }

    /// The same for what may lie inside a moment.
    void insideOpaque(FindingType what, int from, int to, double sum) {
        if (sum > 0) {
            add(from, to, what.name(), what.category(), sum, true);
        }
    }

    void custom(String what, Category of, int from, int to, double sum) {
        if (sum > 0) {
            add(from, to, what, of, sum, true);
        }
    }

    private void add(int from, int to, String what, Category of, double sum, boolean anywhere) {
        if (again(from, to, what, anywhere)) {
            score[count - 1] = Math.max(score[count - 1], sum);
            return;
        }
        if (count == start.length) {
            grow();
        }
        start[count] = from;
        end[count] = to;
        type[count] = what;
        category[count] = of;
        score[count] = sum;
        inOpaque[count] = anywhere;
        count++;
    }

    /// Whether this is what was said last: several check digits may fit the same number.
    private boolean again(int from, int to, String what, boolean anywhere) {
        int last = count - 1;
        return last >= 0
                && start[last] == from
                && end[last] == to
                && inOpaque[last] == anywhere
                && type[last].equals(what);
    }

    private void grow() {
        int more = 2 * count;
        start = Arrays.copyOf(start, more);
        end = Arrays.copyOf(end, more);
        score = Arrays.copyOf(score, more);
        type = Arrays.copyOf(type, more);
        category = Arrays.copyOf(category, more);
        inOpaque = Arrays.copyOf(inOpaque, more);
        order = new int[more];
    }

    int size() {
        return count;
    }

    /// Forgets all but the first ones.
    void keep(int first) {
        count = first;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// Whether there is one, over all of a text of this length, with more than `least`.
    boolean covers(int length, double least) {
        return count == 1 && covers(0, length, least);
    }

    /// Whether one reaches from a character to another with more than `least`.
    boolean covers(int from, int to, double least) {
        for (int i = 0; i < count; i++) {
            if (start[i] == from && end[i] == to && score[i] > least) {
                return true;
            }
        }
        return false;
    }

    /// The best of those that overlap, in the order of the text.
    List<Finding> best() {
        if (count == 1) {
            return lost(0) ? List.of() : List.of(finding(0, 0));
        }
        var found = new ArrayList<Finding>(count);
        best(0, found);
        return found;
    }

    /// The same, `offset` further behind, added to others.
    void best(int offset, List<Finding> into) {
        inOrder();
        int from = 0;
        while (from < count) {
            int reach = end[order[from]];
            int to = from + 1;
            while (to < count && start[order[to]] < reach) {
                reach = Math.max(reach, end[order[to]]);
                to++;
            }
            if (to == from + 1) {
                if (!lost(order[from])) {
                    into.add(finding(offset, order[from]));
                }
            } else {
                cluster(offset, from, to, into);
            }
            from = to;
        }
    }

    /// By their start. They come nearly so: what a token has to say is said when it is reached.
    private void inOrder() {
        for (int i = 0; i < count; i++) {
            int at = i;
            while (at > 0 && start[order[at - 1]] > start[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
    }

    /// Of those that overlap, directly or through others: the best, and what remains beside it.
    private void cluster(int offset, int from, int to, List<Finding> into) {
        for (int i = from + 1; i < to; i++) {
            int moved = order[i];
            int at = i;
            while (at > from && better(moved, order[at - 1])) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moved;
        }
        int first = into.size();
        for (int i = from; i < to; i++) {
            int candidate = order[i];
            if (!lost(candidate) && free(offset, candidate, first, into)) {
                int at = into.size();
                while (at > first && into.get(at - 1).start() > offset + start[candidate]) {
                    at--;
                }
                into.add(at, finding(offset, candidate));
            }
        }
    }

    /// By score, then the longer, then the earlier.
    private boolean better(int one, int other) {
        if (score[one] != score[other]) {
            return score[one] > score[other];
        }
        int longer = end[one] - start[one] - (end[other] - start[other]);
        return longer != 0 ? longer > 0 : start[one] < start[other];
    }

    private boolean free(int offset, int candidate, int first, List<Finding> into) {
        for (int i = first; i < into.size(); i++) {
            Finding taken = into.get(i);
            if (offset + end[candidate] > taken.start() && offset + start[candidate] < taken.end()) {
                return false;
            }
        }
        return true;
    }

    private Finding finding(int offset, int candidate) {
        double confidence = CONFIDENCES[(int) Math.min(CONFIDENCES.length - 1, score[candidate] * STEPS)];
        return new Finding(
                offset + start[candidate], offset + end[candidate], type[candidate], category[candidate], confidence);
    }
}
