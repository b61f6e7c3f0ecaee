package dev.gatehouse.server;

import dev.gatehouse.control.approvals.Previews;
import dev.gatehouse.control.approvals.Request;
import dev.gatehouse.control.approvals.Wish;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.postgres.StatementPreviews;
import dev.gatehouse.server.settings.ConnectionSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Previews where the configuration allows them. Thread-safe.
///
/// @param kinds each connection's `preview`; none where it has none
record ConfiguredPreviews(
        StatementPreviews statements,
        CurrentRules rules,
        Map<String, ConnectionSettings.Preview> kinds,
        InstantSource clock)
        implements Previews {
    private static final String NOWHERE = "0.0.0.0";

    @Override
    public Preview of(Principal by, Request request) {
        var kind = kinds.getOrDefault(request.connection(), ConnectionSettings.Preview.NONE);
        if (kind == ConnectionSettings.Preview.NONE) {
            return new Preview.Declined("This connection has `preview: none`, or is not one that can be asked.");
        }
        if (request.asks().stream().noneMatch(ask -> ask.approval().preview())) {
            return new Preview.Declined("The rule that asks has `preview: false`.");
        }
        return switch (request.wish()) {
            case Wish.Window _ -> new Preview.Declined("A window of time has no rows that could be counted.");
            case Wish.Run(Wish.Text text) -> of(by, request, text, kind == ConnectionSettings.Preview.EXECUTE);
            case Wish.Rows(Wish.Text text) -> of(by, request, text, false);
        };
    }

    private Preview of(Principal by, Request request, Wish.Text text, boolean run) {
        var asked = new StatementPreviews.Asked(
                request.requester(),
                request.connection(),
                text.sql(),
                text.digest(),
                text.bound(),
                run,
                statement -> denied(request, statement));
        return switch (statements.of(by, asked)) {
            case dev.gatehouse.postgres.Preview.Counted(long rows, var question, var because) ->
                new Preview.Counted(rows, question, because);
            case dev.gatehouse.postgres.Preview.Tried(long rows, var samples, var unseen) ->
                new Preview.Tried(rows, samples.map(ConfiguredPreviews::samples), unseen);
            case dev.gatehouse.postgres.Preview.Declined(String because) -> new Preview.Declined(because);
        };
    }

    private static Samples samples(dev.gatehouse.postgres.Preview.Samples samples) {
        return new Samples(
                samples.table(),
                samples.columns(),
                samples.changes().stream()
                        .map(change -> new Change(change.before(), change.after()))
                        .toList());
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
