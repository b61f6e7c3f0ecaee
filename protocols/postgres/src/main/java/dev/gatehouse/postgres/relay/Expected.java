package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;

/// What the target must answer next. One entry for each message sent to it that has an answer, in order.
sealed interface Expected {
    /// Row sets and completions up to ReadyForQuery.
    record QueryAnswer(Exchange exchange, Shown shown) implements Expected {}

    /// One statement in a transaction of the gateway's own: its end is told to the client's side, not to the client.
    record Owned(Exchange exchange, Shown shown, Tried tried) implements Expected {}

    record ParseAnswer(Exchange exchange, PreparedStatement prepared) implements Expected {}

    record BindAnswer(Portal portal) implements Expected {}

    /// @param own inserted by the gateway: checked, not released
    record DescribePortal(Portal portal, boolean own) implements Expected {}

    record DescribeStatement(PreparedStatement prepared) implements Expected {}

    record ExecuteAnswer(Portal portal) implements Expected {}

    /// @param statement whether a statement is closed; otherwise a portal
    record CloseAnswer(boolean statement, String name) implements Expected {}

    record SyncAnswer() implements Expected {}

    /// The failing statement that stands where something was refused. The target's error is replaced by `error`.
    ///
    /// @param simple sent as a Query, so that ReadyForQuery ends it
    record Failure(Exchange exchange, ErrorWords error, boolean simple) implements Expected {}

    /// The gateway's own question within this session.
    record LookUp(Exchange exchange, Rows rows) implements Expected {}

    /// The words of an error that the gateway speaks.
    ///
    /// @param sqlState five characters
    record ErrorWords(String sqlState, String message, String detail, String hint, int position) {
        static ErrorWords of(String sqlState, String message, String hint) {
            return new ErrorWords(sqlState, message, "", hint, 0);
        }

        static ErrorWords of(dev.gatehouse.gateway.Refusal refusal) {
            return new ErrorWords(sqlState(refusal.kind()), refusal.message(), refusal.detail(), refusal.hint(), 0);
        }

        private static String sqlState(dev.gatehouse.gateway.Refusal.Kind kind) {
            return switch (kind) {
                case REFUSED -> "42501";
                case LIMIT -> "54000";
                case CANCELLED -> "57014";
                case OVER -> "57P01";
            };
        }
    }
}
