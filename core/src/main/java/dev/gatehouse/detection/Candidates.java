package dev.gatehouse.detection;

import dev.gatehouse.model.Category;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// What was proposed for one text, each with the sum of what speaks for and against it; and which of them remain.
/// One thread; reused.
final class Candidates {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(candidate -> candidate.start() - candidate.end())
            .thenComparingInt(Candidate::start);

    /// Steps for one of log-odds: finer than anybody is told.
    private static final int STEPS = 64;
    private static final double[] CONFIDENCES = confidences();

    /// @param score log-odds
    /// @param inOpaque whether it may lie in what is opaque
    private record Candidate(int start, int end, String type, Category category, double score, boolean inOpaque) {}

    private final Cell cell;
    private final List<Candidate> candidates = new ArrayList<>();
    private final BitSet opaque = new BitSet();
    private boolean someOpaque;

    Candidates(Cell cell) {
        this.cell = cell;
    }

    void clear() {
        candidates.clear();
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

    private boolean lost(Candidate candidate) {
        if (!someOpaque || candidate.inOpaque()) {
            return false;
        }
        int next = opaque.nextSetBit(candidate.start());
        return next >= 0 && next < candidate.end();
    }

    /// Proposes a stretch; the column and the words around it speak as well.
    ///
    /// @param shape what the stretch itself says, as log-odds in a column of which nothing is known
    void propose(FindingType type, int from, int to, double shape) {
        double score = shape + cell.column.evidence(type);
        // The words around can say much, but not everything.
        if (score > -6) {
            score += cell.neighbours(type, from, to);
        }
        accept(type, from, to, score);
    }

    /// The same where the words around have been heard already.
    void accept(FindingType type, int from, int to, double score) {
        if (score > 0) {
            candidates.add(new Candidate(from, to, type.name(), type.category(), score, false));
        }
    }

    /// The same for what may lie inside a moment.
    void insideOpaque(FindingType type, int from, int to, double score) {
        if (score > 0) {
            candidates.add(new Candidate(from, to, type.name(), type.category(), score, true));
        }
    }

    void custom(String type, Category category, int from, int to, double score) {
        if (score > 0) {
            candidates.add(new Candidate(from, to, type, category, score, true));
        }
    }

    int size() {
        return candidates.size();
    }

    /// Forgets all but the first ones.
    void keep(int first) {
        candidates.subList(first, candidates.size()).clear();
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /// Whether there is one, over all of a text of this length, with more than `least`.
    boolean covers(int length, double least) {
        return candidates.size() == 1 && covers(0, length, least);
    }

    /// Whether one reaches from a character to another with more than `least`.
    boolean covers(int from, int to, double least) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.start() == from && candidate.end() == to && candidate.score() > least) {
                return true;
            }
        }
        return false;
    }

    /// The best of those that overlap, in the order of the text.
    void best(int offset, List<Finding> into) {
        inOrder();
        int from = 0;
        while (from < candidates.size()) {
            int end = candidates.get(from).end();
            int to = from + 1;
            while (to < candidates.size() && candidates.get(to).start() < end) {
                end = Math.max(end, candidates.get(to).end());
                to++;
            }
            if (to == from + 1) {
                if (!lost(candidates.get(from))) {
                    into.add(finding(offset, candidates.get(from)));
                }
            } else {
                cluster(offset, candidates.subList(from, to), into);
            }
            from = to;
        }
    }

    /// By their start. They come nearly so: what a token has to say is said when it is reached.
    private void inOrder() {
        for (int i = 1; i < candidates.size(); i++) {
            Candidate moved = candidates.get(i);
            int at = i;
            while (at > 0 && candidates.get(at - 1).start() > moved.start()) {
                candidates.set(at, candidates.get(at - 1));
                at--;
            }
            if (at < i) {
                candidates.set(at, moved);
            }
        }
    }

    /// Of those that overlap, directly or through others: the best, and what remains beside it.
    private void cluster(int offset, List<Candidate> some, List<Finding> into) {
        some.sort(BEST_FIRST);
        int first = into.size();
        for (int i = 0; i < some.size(); i++) {
            Candidate candidate = some.get(i);
            boolean free = !lost(candidate);
            for (int j = first; free && j < into.size(); j++) {
                Finding taken = into.get(j);
                free = offset + candidate.end() <= taken.start() || offset + candidate.start() >= taken.end();
            }
            if (free) {
                into.add(finding(offset, candidate));
            }
        }
        into.subList(first, into.size()).sort(Comparator.comparingInt(Finding::start));
    }

    private static Finding finding(int offset, Candidate candidate) {
        return new Finding(
                offset + candidate.start(),
                offset + candidate.end(),
                candidate.type(),
                candidate.category(),
                confidence(candidate.score()));
    }

    private static double confidence(double score) {
        return CONFIDENCES[(int) Math.min(CONFIDENCES.length - 1, score * STEPS)];
    }

    private static double[] confidences() {
        double[] confidences = new double[16 * STEPS];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = 1 / (1 + Math.exp(-(i + 0.5) / STEPS));
        }
        return confidences;
    }
}
