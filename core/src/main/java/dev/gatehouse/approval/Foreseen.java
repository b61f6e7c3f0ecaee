package dev.gatehouse.approval;

/// What people saw when they said yes: how many rows it is about, and by how much a run may differ.
///
/// @param tolerance percent
public record Foreseen(long rows, int tolerance) {
    /// Whether a run that changed `really` so many rows is what they saw.
    public boolean covers(long really) {
        return Math.abs((double) really - rows) * 100 <= (double) rows * tolerance;
    }
}
