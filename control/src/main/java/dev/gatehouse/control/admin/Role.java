package dev.gatehouse.control.admin;

import java.util.Locale;

/// What somebody may do through the API, besides using connections.
public enum Role {
    /// Everybody who signed in.
    MEMBER,
    /// May be asked to approve operations.
    APPROVER,
    /// Reads the record.
    AUDITOR,
    /// Runs the gateway: switches, sessions, credentials.
    OPERATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
