package dev.gatehouse.control.admin.ports;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;

/// Puts on record what is done through the API. Each method returns when the entry is on the disk; before that nothing
/// takes effect.
///
/// Every method throws [dev.gatehouse.recording.RecordingFailed] when it cannot be recorded.
public interface Audit {
    void switchChanged(Principal by, Switchboard.Switch what, boolean disabled, String because);

    void credentialMinted(Principal by, Id credential, String connection);

    void credentialRevoked(Principal by, Id credential);

    /// Somebody looks at the record of a session.
    ///
    /// @param what `statements` or `answers`
    void recordRead(Principal by, Id session, String what);

    /// Somebody begins to watch a session that goes on.
    ///
    /// @param because what for, in their words
    void watched(Principal by, Id session, String because);
}
