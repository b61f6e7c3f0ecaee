package dev.gatehouse.postgres.wire;

/// What Describe and Close are about.
public enum Prepared {
    STATEMENT('S'),
    PORTAL('P');

    private final char code;

    Prepared(char code) {
        this.code = code;
    }

    static Prepared of(byte code) {
        return switch (code) {
            case 'S' -> STATEMENT;
            case 'P' -> PORTAL;
            default -> throw WireException.violation("Describe and Close know 'S' and 'P', not " + Frames.name(code));
        };
    }

    char code() {
        return code;
    }
}
