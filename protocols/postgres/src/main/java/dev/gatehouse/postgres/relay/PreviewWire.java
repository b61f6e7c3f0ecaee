package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.postgres.target.QueryFailed;
import dev.gatehouse.postgres.target.TargetSession;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Bound;
import dev.gatehouse.postgres.wire.CommandComplete;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.ParameterDescription;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.RowDescription;
import dev.gatehouse.postgres.wire.WireException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A preview's conversation with a target that nobody else uses: questions of the gateway's own, and statements of
/// whoever looks, whose rows are masked, counted and recorded like those of any client before anybody sees them.
///
/// One thread. After an [IOException] that is no [QueryFailed] close it.
public final class PreviewWire implements AutoCloseable {
    private static final int LARGEST_MESSAGE = 4 << 20;
    private static final int MOST_ROWS = 10_000;

    private final TargetSession target;
    private final Upstream upstream;
    private final Inbound in;
    private final Collected collected = new Collected();
    private final Outbound out;
    private final Masker masker;
    private final Detectors detectors;
    private Bound bound = Bound.NOTHING;
    private Optional<Slice> untyped = Optional.empty();

    public PreviewWire(Session session, TargetSession target, Masker masker, Detectors detectors, Buffers buffers) {
        this.target = target;
        this.masker = masker;
        this.detectors = detectors;
        upstream = new Upstream(session, target.wire());
        in = new Inbound(upstream::read, buffers, LARGEST_MESSAGE, target.pending(), false);
        out = new Outbound(new Downstream(session, collected), LARGEST_MESSAGE);
    }

    /// What a statement answered.
    ///
    /// @param columns names
    /// @param changed rows that the last command's tag names
    /// @param types of parameters, where they were asked for
    public record Answer(List<String> columns, List<List<Optional<String>>> rows, long changed, List<Integer> types) {}

    /// From now on [#bound] sends these parameters along.
    ///
    /// @param sql the statement that they were bound to, by which the target knows their types
    public void bind(Bound parameters, String sql) {
        bound = parameters;
        untyped = Optional.of(Slice.utf8(sql));
    }

    /// Sends text of the gateway's own; its rows are for the gateway and nobody else.
    ///
    /// @throws QueryFailed when the target refuses it; then it can be asked again
    public Answer own(Exchange exchange, String sql) throws IOException {
        ask(exchange, sql);
        return heard();
    }

    /// The same for text that names the parameters of [#bind], if there are any: those that it does not name are of the
    /// types that they have in the statement.
    public Answer bound(Exchange exchange, String sql) throws IOException {
        if (bound.nothing()) {
            return own(exchange, sql);
        }
        if (untyped.isPresent()) {
            var question = new MessageWriter();
            bound.describe(untyped.get(), question);
            send(exchange, question);
            bound = bound.of(heard().types());
            untyped = Optional.empty();
        }
        var message = new MessageWriter();
        bound.run(Slice.utf8(sql), message);
        send(exchange, message);
        return heard();
    }

    private Answer heard() throws IOException {
        var rows = new ArrayList<List<Optional<String>>>();
        Optional<QueryFailed> failed = Optional.empty();
        long changed = 0;
        List<Integer> types = List.of();
        while (true) {
            switch (next()) {
                case DataRow row when rows.size() < MOST_ROWS -> rows.add(texts(row));
                case CommandComplete done -> changed = done.rows().orElse(0);
                case ParameterDescription(var found) -> types = found;
                case ErrorResponse(var said) -> failed = Optional.of(QueryFailed.by(said));
                case dev.gatehouse.postgres.wire.ReadyForQuery _ -> {
                    if (failed.isPresent()) {
                        throw failed.get();
                    }
                    return new Answer(List.of(), rows, changed, types);
                }
                default -> {}
            }
        }
    }

    /// Sends a statement that was admitted for whoever looks; its rows are on record as they are returned here.
    ///
    /// @throws QueryFailed when the target refuses it
    /// @throws Limited when a limit ends its answer
    public Answer shown(Exchange exchange, String sql) throws IOException, Limited {
        ask(exchange, sql);
        var shown = new Shown(exchange, List.of());
        Optional<RowMask> mask = Optional.empty();
        Optional<Refusal> refusal = Optional.empty();
        Optional<QueryFailed> failed = Optional.empty();
        while (true) {
            read();
            switch (in.type()) {
                case 'T' -> mask = Optional.of(described(shown));
                case 'D' -> {
                    refusal = refusal.or(() -> exchange.row(in.size()));
                    if (refusal.isEmpty()) {
                        mask.orElseThrow(() -> WireException.violation("a row came before its description"))
                                .copy(in, out);
                    }
                }
                case 'C' -> {
                    out.about(Optional.empty(), List.of());
                    out.pass(in);
                }
                case 'E' -> failed = Optional.of(failure());
                case 'Z' -> {
                    out.pass(in);
                    out.flush();
                    exchange.answered(outcome(refusal, failed));
                    if (failed.isPresent()) {
                        throw failed.get();
                    }
                    if (refusal.isPresent()) {
                        throw new Limited(refusal.get());
                    }
                    return collected.answer();
                }
                default -> {}
            }
        }
    }

    /// A limit on what whoever looks may be shown.
    public static final class Limited extends Exception {
        private static final long serialVersionUID = 1;

        Limited(Refusal refusal) {
            super(refusal.message());
        }
    }

    private static Outcome outcome(Optional<Refusal> refusal, Optional<QueryFailed> failed) {
        if (refusal.isPresent()) {
            return Outcome.LIMITED;
        }
        return failed.isPresent() ? Outcome.ERROR : Outcome.OK;
    }

    private RowMask described(Shown shown) {
        if (!(message() instanceof RowDescription(List<Field> fields))) {
            throw WireException.violation("a description of rows was expected");
        }
        out.pass(in);
        return new RowMask(shown.masks(0, fields), fields, masker, detectors);
    }

    private QueryFailed failure() {
        return message() instanceof ErrorResponse(var said)
                ? QueryFailed.by(said)
                : new QueryFailed("XX000", "the target sent no readable error");
    }

    private void ask(Exchange exchange, String sql) throws IOException {
        var query = new MessageWriter();
        new Query(Slice.utf8(sql)).encode(query);
        send(exchange, query);
    }

    private void send(Exchange exchange, MessageWriter messages) throws IOException {
        upstream.forward(exchange, messages.toSlice());
        upstream.flush();
    }

    private BackendMessage next() throws IOException {
        read();
        return message();
    }

    private BackendMessage message() {
        return BackendMessage.decode(in.array(), in.start(), in.end());
    }

    private void read() throws IOException {
        if (!in.next()) {
            throw new EOFException("the target closed the connection");
        }
    }

    private static List<Optional<String>> texts(DataRow row) {
        return row.values().list().stream().map(value -> value.map(Slice::utf8)).toList();
    }

    @Override
    public void close() {
        target.wire().close();
        in.close();
    }
}
