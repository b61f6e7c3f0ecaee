package dev.gatehouse.postgres.wire;

/// How a value is written on the wire.
public enum Format {
    TEXT,
    BINARY;

    static Format of(int code) {
        return switch (code) {
            case 0 -> TEXT;
            case 1 -> BINARY;
            default -> throw WireException.violation("format code " + code + " is neither text (0) nor binary (1)");
        };
    }

    int code() {
        return switch (this) {
            case TEXT -> 0;
            case BINARY -> 1;
        };
    }
}
