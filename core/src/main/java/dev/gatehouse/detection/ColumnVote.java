package dev.gatehouse.detection;

import java.util.List;

/// Lets the rows of one column speak together: where most of them fit a type that each alone would leave in doubt, the
/// type is believed. It only ever finds more. One thread.
public final class ColumnVote {
    /// Fewer rows decide nothing.
    private static final int FEWEST = 5;
    /// More rows are not asked.
    private static final int MOST = 200;

    private static final double DOUBT = 3;
    private static final double SHARE = 0.6;

    private final Finder finder;
    private final Column column;
    private final Column generous;
    private final int[] votes = new int[FindingType.values().length];
    private int rows;

    public ColumnVote(Finder finder, Column column) {
        this.finder = finder;
        this.column = column;
        double[] more = new double[votes.length];
        java.util.Arrays.fill(more, DOUBT);
        generous = column.with(more);
    }

    /// Hears one value.
    public void row(String text) {
        if (rows == MOST || text.isBlank()) {
            return;
        }
        rows++;
        List<Finding> found = finder.find(generous, text);
        int seen = 0;
        for (Finding finding : found) {
            for (FindingType type : FindingType.values()) {
                if (type.name().equals(finding.type()) && 2 * (finding.end() - finding.start()) > text.length()) {
                    seen |= 1 << type.index();
                }
            }
        }
        for (int i = 0; i < votes.length; i++) {
            votes[i] += seen >> i & 1;
        }
    }

    /// The column with what its rows said.
    public Column decided() {
        if (rows < FEWEST) {
            return column;
        }
        double[] more = new double[votes.length];
        for (int i = 0; i < votes.length; i++) {
            more[i] = votes[i] >= SHARE * rows ? DOUBT : 0;
        }
        return column.with(more);
    }
}
