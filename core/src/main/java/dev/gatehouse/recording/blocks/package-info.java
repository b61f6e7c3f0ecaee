/// Contents, sealed once when they are written.
///
/// A recording is two files: `<id>.blocks`, which only grows and never changes, and `<id>.keys`, which holds one slot
/// per block with the block's wrapped key. Overwriting a slot with zeros makes its block unreadable for good, and no
/// hash in the log changes. [dev.gatehouse.recording.blocks.Sealer] makes blocks and slots,
/// [dev.gatehouse.recording.blocks.BlockFile] reads and opens them.
@NullMarked
package dev.gatehouse.recording.blocks;

import org.jspecify.annotations.NullMarked;
