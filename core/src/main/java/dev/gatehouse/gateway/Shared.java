package dev.gatehouse.gateway;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.IdSource;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.recording.Recorder;
import java.time.InstantSource;
import java.util.Map;

/// What all sessions of one gateway share.
///
/// @param quotas what one person may use
/// @param largestMaskedRow in bytes, as the target sends it
public record Shared(
        CurrentRules inForce,
        Recorder recorder,
        Approvals approvals,
        Guesses guesses,
        RowBudget rows,
        Quotas quotas,
        int largestMaskedRow,
        Sessions sessions,
        IdSource ids,
        InstantSource clock) {
    /// Stands for a connection that a reload has removed: nobody may use it.
    static final Connection GONE = new Connection(
            "", "", Map.of(), Selectors.NOBODY, Connection.Unclassified.MASK, Connection.Predicates.REFUSE, false);
}
