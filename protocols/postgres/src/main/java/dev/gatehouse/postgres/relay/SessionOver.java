package dev.gatehouse.postgres.relay;

import java.io.IOException;

/// Not even the gateway's own housekeeping is admitted any more: the credential ran out, somebody ended the session,
/// or the record cannot be written.
final class SessionOver extends IOException {
    private static final long serialVersionUID = 1L;

    SessionOver(String message) {
        super(message);
    }

    /// For the client; never null.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
