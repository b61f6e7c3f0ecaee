package dev.gatehouse.secret;

import java.io.IOException;

/// The gateway's keys cannot be read or made; the message says what to do.
public final class KeysUnusable extends IOException {
    public KeysUnusable(String message) {
        super(message);
    }
}
