package dev.gatehouse.control.approvals;

import dev.gatehouse.control.approvals.RequestLog.History;
import dev.gatehouse.control.store.RequestRow;
import dev.gatehouse.control.store.RequestTable;
import dev.gatehouse.model.Id;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// All requests as the store remembers them. Thread-safe.
public final class RequestArchive {
    /// Words after which a request that fell one change behind can only be less than it was.
    private static final Set<String> HARMLESS_TO_FORGET = Set.of("agreed", "approved", "confirmed");

    private final RequestTable table;
    private final RequestSeal seal;

    public RequestArchive(RequestTable table, RequestSeal seal) {
        this.table = table;
        this.seal = seal;
    }

    /// Which requests a list shall have.
    ///
    /// @param cursor the id of the last one of the page before
    public record Filter(Optional<RequestState> state, Optional<String> connection, Optional<Id> cursor, int limit) {}

    void insert(Request request) {
        table.insert(seal.seal(request));
    }

    void update(Request request) {
        table.update(seal.seal(request));
    }

    Optional<Request> find(Id id) {
        return table.find(id.toString()).flatMap(seal::open);
    }

    Optional<Request> byDedupe(String dedupe) {
        return table.byDedupe(dedupe).flatMap(seal::open);
    }

    /// The newest first; at most one more than `filter` allows, which tells that there are more.
    List<Request> list(Filter filter, Predicate<Request> visible) {
        var found = new ArrayList<Request>();
        var after = filter.cursor().flatMap(id -> table.find(id.toString())).map(RequestArchive::place);
        while (found.size() <= filter.limit()) {
            var rows =
                    table.list(filter.state().map(RequestState::word), filter.connection(), after, filter.limit() + 1);
            rows.stream()
                    .flatMap(row -> seal.open(row).stream())
                    .filter(request -> filter.state()
                            .filter(state -> state != request.state())
                            .isEmpty())
                    .filter(visible)
                    .forEach(found::add);
            if (rows.size() <= filter.limit()) {
                break;
            }
            after = Optional.of(place(rows.getLast()));
        }
        return found.subList(0, Math.min(found.size(), filter.limit() + 1));
    }

    private static RequestTable.After place(RequestRow row) {
        return new RequestTable.After(row.created(), row.id());
    }

    /// What can still be decided or used, as far as the log bears it out.
    List<Request> believed(RequestLog log) throws IOException {
        List<RequestRow> rows = table.live();
        if (rows.isEmpty()) {
            return List.of();
        }
        var histories = log.histories();
        var believed = new ArrayList<Request>();
        for (RequestRow row : rows) {
            seal.open(row)
                    .filter(request -> request.state().live())
                    .flatMap(request -> borneOut(request, Optional.ofNullable(histories.get(request.id()))))
                    .ifPresent(believed::add);
        }
        return believed;
    }

    /// A crash may have come between log and store; then a request has fallen behind by one change.
    private static Optional<Request> borneOut(Request request, Optional<History> history) {
        return history.filter(recorded -> recorded.changes() == request.version()
                        || (recorded.changes() == request.version() + 1
                                && HARMLESS_TO_FORGET.contains(recorded.last())))
                .map(recorded -> request.atVersion(recorded.changes()));
    }
}
