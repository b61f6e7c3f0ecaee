package dev.gatehouse.control.admin.ports;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Everything the admin API is connected to.
///
/// @param issuers the configured issuers' names; the first is meant where an identity is written without one
/// @param log the directory of the log's tiles, if it is served
public record Ports(
        TokenCheck tokens,
        Roles roles,
        Connections connections,
        Credentials credentials,
        Switchboard switches,
        Records records,
        OpenSessions open,
        Audit audit,
        RequestDesk requests,
        RuleBook rules,
        Readiness readiness,
        Metrics metrics,
        Pseudonyms pseudonyms,
        List<String> issuers,
        Optional<Path> log,
        InstantSource clock) {
    public Ports {
        issuers = List.copyOf(issuers);
    }
}
