package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;

/// What the log knows of a block.
///
/// @param sequence its place in the recording, from 0 on
/// @param sealedHash SHA-256 of the block as it lies in the file
/// @param commitment SHA-256 of the content behind a salt that is sealed with it
/// @param slotHash SHA-256 of the slot with its wrapped key
public record BlockRef(long sequence, Id id, Slice sealedHash, Slice commitment, Slice slotHash) {}
