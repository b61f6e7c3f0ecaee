package dev.gatehouse.control.console;

import dev.gatehouse.api.RequestView;
import java.util.List;
import java.util.Optional;

/// One request with what the same identity asked before.
///
/// @param complaint the key of a text that says what is missing
public record ShownRequest(RequestView request, List<RequestView> before, Optional<String> complaint) {
    public ShownRequest {
        before = List.copyOf(before);
    }

    public boolean pending() {
        return request.state().equals("pending");
    }

    /// The chain from whoever acts to the person behind, without repeating anybody.
    public List<String> chain() {
        return java.util.stream.Stream.concat(request.chain().stream(), java.util.stream.Stream.of(request.root()))
                .distinct()
                .toList();
    }
}
