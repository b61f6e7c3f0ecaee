/// What happened, kept so that nobody can alter it unnoticed and so that what must be erased can be.
///
/// Two things are kept apart. The **log** ([dev.gatehouse.recording.log]) says that something happened: random ids,
/// times, verdicts, counts; no content and nothing that names a person. The **recordings**
/// ([dev.gatehouse.recording.blocks]) hold the contents, each in a block sealed under a key of its own. A log entry
/// commits to each block by a hash of the sealed bytes, which anyone can check, and by a salted hash of the content,
/// whose salt lies inside the block: whoever erases the key erases both.
///
/// The gateway writes through [dev.gatehouse.recording.Recorder] and [dev.gatehouse.recording.SessionRecording];
/// [dev.gatehouse.recording.LogRecorder] is the real one. Whatever cannot be recorded must not happen: after the first
/// failed write every call throws [dev.gatehouse.recording.RecordingFailed]. [dev.gatehouse.recording.RecordingReader]
/// reads and replays with the keys, [dev.gatehouse.recording.Verifier] checks everything without them. The format is
/// written down in `docs/reference/log-format.md`.
@NullMarked
package dev.gatehouse.recording;

import org.jspecify.annotations.NullMarked;
