package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.model.Operation;
import dev.gatehouse.sql.analysis.Temporary;
import java.util.Optional;

/// A bound statement: one operation, continued by each Execute.
final class Portal {
    private final String name;
    private final Exchange exchange;
    private final Shown shown;
    private final Temporary rests;
    private Optional<RowMask> rows = Optional.empty();
    private boolean described;
    private boolean answered;

    /// @param rests what it was understood with
    Portal(String name, Exchange exchange, Shown shown, Temporary rests) {
        this.rests = rests;
        this.name = name;
        this.exchange = exchange;
        this.shown = shown;
    }

    String name() {
        return name;
    }

    Exchange exchange() {
        return exchange;
    }

    Shown shown() {
        return shown;
    }

    /// Whether what it returns may be rows that were changed since it was bound, and hold more now. A plain query
    /// returns the rows of the moment when it was bound.
    boolean outdated(Temporary now) {
        return !rests.holds().equals(now.holds())
                && exchange.operation() instanceof Operation.Statement statement
                && switch (statement.facts().effect()) {
                    case READ, SESSION, TRANSACTION -> false;
                    case WRITE, DDL, ADMIN, UNKNOWN -> true;
                };
    }

    /// Whether a Describe of this portal is on its way. Client side only.
    boolean described() {
        return described;
    }

    void describe() {
        described = true;
    }

    /// What the target said its rows look like. Target side only.
    void rowsAre(RowMask form) {
        rows = Optional.of(form);
    }

    Optional<RowMask> rows() {
        return rows;
    }

    /// Records how the operation ended, once. Target side only.
    void answered(Exchange.Outcome outcome) {
        if (!answered) {
            answered = true;
            exchange.answered(outcome);
        }
    }
}
