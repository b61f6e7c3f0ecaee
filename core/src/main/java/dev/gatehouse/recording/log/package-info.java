/// The Merkle log: one sequence of entries that cannot be altered, reordered or shortened unnoticed.
///
/// On disk it is a C2SP tlog-tiles log ([dev.gatehouse.recording.log.TilePath],
/// [dev.gatehouse.recording.log.Checkpoint]) plus a journal ([dev.gatehouse.recording.log.Journal]) of the newest
/// entries. [dev.gatehouse.recording.log.LogWriter] appends: an entry gets its place and is copied to the journal,
/// which is
/// mapped ([dev.gatehouse.recording.log.MappedFile]), one sync makes the entries of all waiting threads durable under a
/// signed checkpoint, and a publication now and then folds them into tiles. [dev.gatehouse.recording.log.LogRecovery]
/// brings a log
/// up to date after a crash, [dev.gatehouse.recording.log.LogReader] reads it, also while it is being written.
///
/// The log knows nothing of what its entries say. All file access of the writing side goes through
/// [dev.gatehouse.recording.log.Disk], so that tests can fail any write or sync.
@NullMarked
package dev.gatehouse.recording.log;

import org.jspecify.annotations.NullMarked;
