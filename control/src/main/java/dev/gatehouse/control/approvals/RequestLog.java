package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The record of requests: what counts, whatever the store says.
public interface RequestLog {
    /// Records one change; returns when it is on the disk. Before that nothing takes effect.
    ///
    /// @param change a word, as [dev.gatehouse.recording.Event.RequestChanged] has them
    /// @param by who did it; empty when time did
    /// @param about what was asked or said, for the sealed contents
    /// @throws dev.gatehouse.recording.RecordingFailed when it cannot be recorded
    void changed(Id request, String change, Optional<Principal> by, Map<String, String> about);

    /// All changes of requests that are on record, counted, with the last one.
    Map<Id, History> histories() throws IOException;

    /// @param changes how many are on record
    /// @param last the last one's word
    record History(long changes, String last) {}
}
