package dev.gatehouse.recording.cbor;

/// Bytes that are not the deterministic encoding of a value.
public final class NotCbor extends Exception {
    NotCbor(String what) {
        super(what);
    }
}
