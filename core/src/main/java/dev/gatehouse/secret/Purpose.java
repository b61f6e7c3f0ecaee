package dev.gatehouse.secret;

/// What a key derived from the master key is for. One key never serves two purposes.
public enum Purpose {
    /// Wraps the data keys of recorded contents.
    WRAP("recording/wrap"),
    /// Turns a data subject into the token under which contents are found again.
    SUBJECT("recording/subject"),
    /// Makes pseudonyms.
    PSEUDONYM("masking/pseudonym"),
    /// Authenticates what is stored about minted credentials.
    CREDENTIAL("credential/mac"),
    /// Makes the salts shown to unknown users.
    MOCK_SALT("credential/mock-salt"),
    /// Encrypts requests for approval in the store.
    REQUEST("request/seal"),
    /// Authenticates the index of the log, and blinds whose sessions it knows.
    INDEX("index/mac"),
    /// Names and authenticates what is stored about limits over time.
    BUDGET("budget/mac"),
    /// Makes pseudonyms of people for those who are not to know their names.
    COLLEAGUE("console/colleague");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /// The text that HKDF mixes in; part of the format, never changed.
    public String label() {
        return label;
    }
}
