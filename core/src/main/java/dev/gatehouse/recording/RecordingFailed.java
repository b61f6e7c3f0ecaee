package dev.gatehouse.recording;

/// Something could not be recorded, so it must not happen. Every later record fails the same way until the gateway is
/// started again.
public final class RecordingFailed extends RuntimeException {
    public RecordingFailed(Throwable cause) {
        super(
                "The record cannot be written (" + cause.getMessage()
                        + "). Nothing runs unrecorded: make room or repair"
                        + " the disk of gateway.data, then restart the gateway.",
                cause);
    }
}
