package dev.gatehouse.control.console;

import dev.gatehouse.api.RequestPreview;
import dev.gatehouse.api.RequestView;
import java.util.List;
import java.util.Optional;

/// One request with what the same identity asked before.
///
/// @param preview what the operation would do, where somebody has just asked
/// @param complaint the key of a text that says what is missing
public record ShownRequest(
        RequestView request, List<RequestView> before, Optional<String> complaint, Optional<RequestPreview> preview) {
    private static final int FIRST_VALUES = 12;

    public ShownRequest {
        before = List.copyOf(before);
    }

    /// The first few constants of the statement.
    public List<String> firstValues() {
        return request.values().stream().limit(FIRST_VALUES).toList();
    }

    /// All others.
    public List<String> moreValues() {
        return request.values().stream().skip(FIRST_VALUES).toList();
    }

    public boolean pending() {
        return request.state().equals("pending");
    }

    /// Whether whoever looks could decide after a fresh sign-in.
    public boolean stale() {
        return pending()
                && request.obstacle()
                        .filter(because -> because.endsWith(RequestView.SIGN_IN_AGAIN))
                        .isPresent();
    }

    /// Rows that a preview showed, as they are drawn.
    public Optional<ShownSamples> samples() {
        return preview.flatMap(RequestPreview::samples).map(ShownSamples::of);
    }

    /// Whether its effect can be looked at before deciding.
    public boolean foreseeable() {
        return pending() && request.asking().stream().anyMatch(RequestView.Asking::preview);
    }

    /// The chain from whoever acts to the person behind, without repeating anybody.
    public List<String> chain() {
        return java.util.stream.Stream.concat(request.chain().stream(), java.util.stream.Stream.of(request.root()))
                .distinct()
                .toList();
    }
}
