package dev.gatehouse.postgres.wire;

/// Where a session stands between two cycles.
public enum TransactionStatus {
    IDLE('I'),
    IN_TRANSACTION('T'),
    /// In a transaction in which a statement failed; everything but its end is rejected.
    FAILED('E');

    private final char code;

    TransactionStatus(char code) {
        this.code = code;
    }

    static TransactionStatus of(byte code) {
        return switch (code) {
            case 'I' -> IDLE;
            case 'T' -> IN_TRANSACTION;
            case 'E' -> FAILED;
            default -> throw WireException.violation("ReadyForQuery with the unknown status " + Frames.name(code));
        };
    }

    public char code() {
        return code;
    }
}
