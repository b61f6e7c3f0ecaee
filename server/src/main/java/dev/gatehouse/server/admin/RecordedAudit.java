package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.ports.Audit;
import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import java.time.InstantSource;
import java.util.Map;

/// Records what is done through the API: what happened in the log, who did it in a sealed content beside it.
public final class RecordedAudit implements Audit {
    private final Recorder recorder;
    private final InstantSource clock;

    public RecordedAudit(Recorder recorder, InstantSource clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void switchChanged(Principal by, Switchboard.Switch what, boolean disabled, String because) {
        record(
                new Event.SwitchChanged(clock.instant(), what.what(), disabled),
                by,
                Map.of("what", what.name(), "because", because));
    }

    @Override
    public void credentialMinted(Principal by, Id credential, String connection) {
        record(new Event.CredentialMinted(clock.instant(), credential), by, Map.of("connection", connection));
    }

    @Override
    public void credentialRevoked(Principal by, Id credential) {
        record(new Event.CredentialRevoked(clock.instant(), credential), by, Map.of());
    }

    @Override
    public void recordRead(Principal by, Id session, String what) {
        record(new Event.AccessRead(clock.instant(), what), by, Map.of("session", session.toString()));
    }

    @Override
    public void watched(Principal by, Id session, String because) {
        record(
                new Event.AccessRead(clock.instant(), "live"),
                by,
                Map.of("session", session.toString(), "because", because));
    }

    private void record(Event event, Principal by, Map<String, String> more) {
        Content content = Notes.about(by, more);
        recorder.append(event, Durability.SYNCED, content);
    }
}
