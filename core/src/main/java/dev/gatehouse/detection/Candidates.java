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

    /// @param score log-odds
    private record Candidate(int start, int end, String type, Category category, double score) {}

    private final Cell cell;
    private final List<Candidate> candidates = new ArrayList<>();
    private final BitSet opaque = new BitSet();
    private final BitSet taken = new BitSet();

    Candidates(Cell cell) {
        this.cell = cell;
    }

    void clear() {
        candidates.clear();
        opaque.clear();
    }

    /// A stretch that is something else, such as a UUID: nothing is found inside it.
    void opaque(int from, int to) {
        opaque.set(from, to);
    }

    boolean inOpaque(int from, int to) {
        int next = opaque.nextSetBit(from);
        return next >= 0 && next < to;
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
        if (score > 0 && !inOpaque(from, to)) {
            candidates.add(new Candidate(from, to, type.name(), type.category(), score));
        }
    }

    /// The same for what may lie inside a moment.
    void insideOpaque(FindingType type, int from, int to, double score) {
        if (score > 0) {
            candidates.add(new Candidate(from, to, type.name(), type.category(), score));
        }
    }

    void custom(String type, Category category, int from, int to, double score) {
        if (score > 0) {
            candidates.add(new Candidate(from, to, type, category, score));
        }
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /// The best of those that overlap, in the order of the text.
    void best(int offset, List<Finding> into) {
        candidates.sort(BEST_FIRST);
        taken.clear();
        int first = into.size();
        for (Candidate candidate : candidates) {
            if (free(candidate)) {
                taken.set(candidate.start(), candidate.end());
                into.add(new Finding(
                        offset + candidate.start(),
                        offset + candidate.end(),
                        candidate.type(),
                        candidate.category(),
                        1 / (1 + Math.exp(-candidate.score()))));
            }
        }
        into.subList(first, into.size()).sort(Comparator.comparingInt(Finding::start));
    }

    private boolean free(Candidate candidate) {
        int next = taken.nextSetBit(candidate.start());
        return next < 0 || next >= candidate.end();
    }
}
