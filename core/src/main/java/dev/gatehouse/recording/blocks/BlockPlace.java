package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;

/// Where a block lies: the recording, its place in it, and its own id.
public record BlockPlace(Id recording, long sequence, Id block) {}
