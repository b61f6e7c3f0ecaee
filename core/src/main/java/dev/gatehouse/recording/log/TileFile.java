package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;

/// A tile or an entry bundle and where it belongs.
public record TileFile(TilePath path, Slice content) {}
