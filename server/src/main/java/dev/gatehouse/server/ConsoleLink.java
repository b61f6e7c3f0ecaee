package dev.gatehouse.server;

import dev.gatehouse.control.approvals.HoldingApprovals;
import dev.gatehouse.model.Id;
import java.util.Optional;

/// Where people decide about a request, once the console listens. Thread-safe.
final class ConsoleLink implements HoldingApprovals.Link {
    private volatile Optional<String> console = Optional.empty();

    /// @param url of the console, without a slash at its end
    void listensAt(String url) {
        console = Optional.of(url);
    }

    @Override
    public Optional<String> to(Id request) {
        return console.map(url -> url + "/requests/" + request);
    }
}
