package dev.gatehouse.bypass;

/// How a statement is said on the wire.
public enum Way {
    SIMPLE("simple"),
    EXTENDED_TEXT("extended text"),
    EXTENDED_BINARY("extended binary");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
