package dev.gatehouse.gateway;

import dev.gatehouse.approval.Foreseen;
import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The permission to send one operation to the target, and the account of its answer.
///
/// Only [Session#admit] makes one. The thread that reads the target's answer counts rows and ends the exchange.
public final class Exchange {
    private final Session session;
    private final Id operationId;
    private final Operation operation;
    private final Terms terms;
    private final boolean hidesWords;
    private final Meter meter;
    private final InstantSource clock;
    private final Instant began;
    private final FlightEvents.OfOperation flight = new FlightEvents.OfOperation();
    private final long maskedColumns;
    private long rows;
    private long bytes;

    Exchange(
            Session session,
            Id operationId,
            Operation operation,
            Terms terms,
            boolean hidesWords,
            Meter meter,
            InstantSource clock) {
        this.session = session;
        this.operationId = operationId;
        this.operation = operation;
        this.terms = terms;
        this.hidesWords = hidesWords;
        this.meter = meter;
        this.clock = clock;
        began = clock.instant();
        maskedColumns = mostMasked(terms.masks());
        flight.begin();
    }

    public Id operationId() {
        return operationId;
    }

    public Operation operation() {
        return operation;
    }

    /// How the columns of each statement's answer are shown; an empty list for one that has no answer.
    public List<List<ColumnMask>> masks() {
        return terms.masks();
    }

    /// How many rows people saw that it is about, where they looked before they granted it: a run that is about others
    /// is to be rolled back, where the protocol can.
    public Optional<Foreseen> foreseen() {
        return terms.foreseen();
    }

    /// What was in force when it was admitted.
    Terms terms() {
        return terms;
    }

    /// Whether the values of any column need work.
    public boolean masksAnything() {
        return maskedColumns > 0;
    }

    private static long mostMasked(List<List<ColumnMask>> masks) {
        long most = 0;
        for (List<ColumnMask> columns : masks) {
            long masked = 0;
            for (ColumnMask mask : columns) {
                masked += !mask.clear() || mask.scan() ? 1 : 0;
            }
            most = Math.max(most, masked);
        }
        return most;
    }

    /// Whether words of the target about this operation, such as an error's, could quote a value that is masked.
    public boolean hidesWords() {
        return hidesWords;
    }

    /// Whether rows must be counted before they are released.
    public boolean limited() {
        return meter.limited();
    }

    /// Counts a row about to be released; one over a limit waits until people have decided. A refusal means: not this
    /// row, and none after it.
    ///
    /// @param client is told that it waits
    public Optional<Refusal> row(int size, HeldClient client) {
        return row(size, Optional::empty, client);
    }

    /// The same for a row that says whom it is about.
    ///
    /// @param subject the plain value of the column that says so; asked only where a limit counts persons
    public Optional<Refusal> row(int size, Supplier<Optional<Slice>> subject, HeldClient client) {
        if (size > session.largestMaskedRow() && masksAnything()) {
            return Optional.of(Refusals.largeRow(size, session.largestMaskedRow(), session.id(), operationId));
        }
        if (session.record().quota().recordedEnough()) {
            return Optional.of(Refusals.of(Refusals.quota(Quotas.RECORDED), operation, session.id(), operationId));
        }
        if (meter.limited()) {
            var refusal = meter.row(size, subject, limit -> session.overLimit(this, limit, client));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        rows++;
        bytes += size;
        return Optional.empty();
    }

    /// The same for a client that cannot be held.
    public Optional<Refusal> row(int size) {
        return row(size, HeldClient.ABSENT);
    }

    /// Counts bytes about to be released of an answer that has no rows and is not [#limited]. A refusal means: not
    /// these, and none after them.
    public Optional<Refusal> passed(int size) {
        if (session.record().quota().recordedEnough()) {
            return Optional.of(Refusals.of(Refusals.quota(Quotas.RECORDED), operation, session.id(), operationId));
        }
        bytes += size;
        return Optional.empty();
    }

    /// Records how it ended; before the client is told.
    public void answered(Outcome outcome) {
        session.record().answered(operationId, outcome, rows, bytes, Duration.between(began, clock.instant()));
        session.masked(rows * maskedColumns);
        if (flight.shouldCommit()) {
            flight.session = session.id().toString();
            flight.operation = operationId.toString();
            flight.connection = session.connectionName();
            flight.outcome = outcome.word();
            flight.rows = rows;
            flight.bytes = bytes;
            flight.commit();
        }
    }

    boolean of(Session other) {
        return session == other;
    }

    /// How an operation ended.
    public enum Outcome {
        OK,
        ERROR,
        CANCELLED,
        /// a limit ended the answer
        LIMITED,
        /// it ran, was about other rows than people had seen, and nothing of it remains
        ROLLED_BACK,
        /// the target never started it, because an earlier one in the same batch failed
        NOT_RUN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
