/// What lists and pictures of the record need, counted once: below `index/` of the data directory, made again from the
/// log whenever it does not fit it.
///
/// It holds ids, times, counts and words that stand in the log in clear, categories, and blinded names; no contents.
/// [dev.gatehouse.server.index.RecordIndex] keeps it, [dev.gatehouse.server.index.IndexFile] stores it under a MAC.
@NullMarked
package dev.gatehouse.server.index;

import org.jspecify.annotations.NullMarked;
