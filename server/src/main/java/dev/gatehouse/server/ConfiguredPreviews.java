package dev.gatehouse.server;

import dev.gatehouse.control.approvals.Previews;
import dev.gatehouse.control.approvals.Request;
import dev.gatehouse.control.approvals.Wish;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.postgres.CountPreviews;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Previews where the configuration allows them. Thread-safe.
///
/// @param allowed whether a connection's `preview` says something else than `none`
record ConfiguredPreviews(CountPreviews counts, CurrentRules rules, Predicate<String> allowed, InstantSource clock)
        implements Previews {
    private static final String NOWHERE = "0.0.0.0";

    @Override
    public Preview of(Principal by, Request request) {
        if (!allowed.test(request.connection())) {
            return new Preview.Declined("This connection has `preview: none`, or is not one that can be asked.");
        }
        if (request.asks().stream().noneMatch(ask -> ask.approval().preview())) {
            return new Preview.Declined("The rule that asks has `preview: false`.");
        }
        return switch (request.wish()) {
            case Wish.Window _ -> new Preview.Declined("A window of time has no rows that could be counted.");
            case Wish.Run(Wish.Text text) -> count(by, request, text);
            case Wish.Rows(Wish.Text text) -> count(by, request, text);
        };
    }

    private Preview count(Principal by, Request request, Wish.Text text) {
        var counted = counts.count(
                by,
                request.requester(),
                request.connection(),
                text.sql(),
                text.digest(),
                statement -> denied(request, statement));
        return switch (counted) {
            case CountPreviews.Preview.Counted(long rows, var question) ->
                new Preview.Counted(rows, question, Optional.empty());
            case CountPreviews.Preview.Declined(String because) -> new Preview.Declined(because);
        };
    }

    /// A preview is decided by the rules of its operation: what would be denied now is not looked at either.
    private Optional<String> denied(Request request, Operation.Statement statement) {
        var inForce = rules.get();
        var connection = inForce.connection(request.connection());
        if (connection.isEmpty()) {
            return Optional.of("The connection is not configured any more.");
        }
        var facts = new Facts(
                request.requester(),
                connection.get(),
                statement,
                request.requester().purpose(),
                clock.instant(),
                NOWHERE);
        return inForce.policy().decide(facts) instanceof Decision.Deny deny
                ? Optional.of("Rule " + deny.refusing().rule() + " would deny it now.")
                : Optional.empty();
    }
}
