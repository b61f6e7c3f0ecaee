package dev.gatehouse.control.console;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.RequestView;
import java.util.List;
import java.util.Optional;

/// A page of requests.
///
/// @param view which ones: `decide`, `mine`, `open` or `all`
public record FoundRequests(Page<RequestView> page, String view) {
    public List<RequestView> requests() {
        return page.items();
    }

    public Optional<String> more() {
        return page.cursor().map(cursor -> "/requests?view=" + view + "&cursor=" + Api.encoded(cursor));
    }
}
