/// The small part of CBOR that log entries are written in: RFC 8949 with the deterministic encoding of section 4.2.
///
/// One value has exactly one encoding, so that a hash over the bytes is a hash over the meaning. Whatever a reader
/// could take for the same value in other bytes is refused.
@NullMarked
package dev.gatehouse.recording.cbor;

import org.jspecify.annotations.NullMarked;
