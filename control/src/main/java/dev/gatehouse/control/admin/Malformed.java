package dev.gatehouse.control.admin;

/// A request that cannot be understood; the message is for the caller and says what is wrong with it.
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
