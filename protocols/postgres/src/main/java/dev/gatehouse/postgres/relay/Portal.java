package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;
import java.util.Optional;

/// A bound statement: one operation, continued by each Execute.
final class Portal {
    private final String name;
    private final Exchange exchange;
    private final Shown shown;
    private Optional<RowMask> rows = Optional.empty();
    private boolean described;
    private boolean answered;

    Portal(String name, Exchange exchange, Shown shown) {
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
