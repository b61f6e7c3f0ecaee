package dev.gatehouse.postgres.relay;

import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CopyOutResponse;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.RowDescription;
import dev.gatehouse.postgres.wire.WireException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of answers: which mask is in force, and whether the client has been told that values are masked. One
/// thread, the target's side.
final class RowAnswers {
    /// A longer description is not kept for the next answer.
    private static final int MOST_KEPT = 1024;

    private final Masker masker;
    private final Detectors detectors;
    private final boolean tell;
    private final HeldClient client;
    private Optional<RowMask> current = Optional.empty();
    private Optional<CopyMask> copying = Optional.empty();
    private int statement;
    private boolean told;
    private @Nullable Form last;

    /// @param tell whether a session is told, once, what is masked
    /// @param client is told when an answer waits for people
    RowAnswers(Masker masker, Detectors detectors, boolean tell, HeldClient client) {
        this.masker = masker;
        this.detectors = detectors;
        this.tell = tell;
        this.client = client;
    }

    /// A row set of a simple query begins.
    void described(Inbound in, Outbound out, Shown shown) {
        current = Optional.of(form(in, out, shown, statement, true));
    }

    /// @param release whether the client asked for the description
    void describedPortal(Inbound in, Outbound out, Portal portal, boolean release) {
        portal.rowsAre(form(in, out, portal.shown(), 0, release));
    }

    private RowMask form(Inbound in, Outbound out, Shown shown, int number, boolean release) {
        var known = last;
        if (known != null && known.fits(in, shown, number)) {
            if (release) {
                out.pass(in);
            }
            return known.mask;
        }
        if (!(BackendMessage.decode(in.array(), in.start(), in.end()) instanceof RowDescription(List<Field> fields))) {
            throw WireException.violation("a description of rows was expected");
        }
        List<ColumnMask> masks = shown.masks(number, fields);
        if (tell && !told) {
            told = tellOnce(masks, out);
        }
        if (release) {
            out.pass(in);
        }
        var mask = new RowMask(masks, fields, masker, detectors);
        // What is looked for by value may go by the rows before.
        boolean kept = in.size() <= MOST_KEPT && masks.stream().noneMatch(ColumnMask::scan);
        last = kept ? new Form(in.bodyCopy(), shown.rules(number), mask) : null;
        return mask;
    }

    /// How the rows of one answer are masked, for the next one of the same form.
    private record Form(Slice description, Shown.Rules rules, RowMask mask) {
        boolean fits(Inbound in, Shown shown, int number) {
            return shown.rules(number).same(rules)
                    && Arrays.equals(
                            description.array(),
                            description.offset(),
                            description.offset() + description.length(),
                            in.array(),
                            in.bodyStart(),
                            in.end());
        }
    }

    private static boolean tellOnce(List<ColumnMask> masks, Outbound out) {
        var masked = masks.stream().filter(mask -> !mask.clear()).toList();
        if (masked.isEmpty()) {
            return false;
        }
        out.put(Errors.maskedNotice(masked));
        return true;
    }

    /// Rows of a portal follow.
    void of(Portal portal) {
        current = portal.rows();
    }

    /// Puts one row, masked, into `out`; or says which limit forbids it.
    Optional<Refusal> row(Inbound in, Outbound out, Exchange exchange) throws IOException {
        var mask = current.orElseThrow(() -> WireException.violation("the target sent a row before its description"));
        var limit = exchange.row(in.size(), () -> mask.subject(in), client);
        if (limit.isPresent()) {
            return limit;
        }
        mask.copy(in, out);
        if (out.full()) {
            out.flush();
        }
        return Optional.empty();
    }

    /// Passes a long row in pieces, if its rows pass unchanged: it is never in memory as a whole. Empty if they do not;
    /// then the message must be put together.
    Optional<Optional<Refusal>> longRow(Inbound in, Outbound out, Exchange exchange) throws IOException {
        if (current.isEmpty() || !current.get().piecemeal()) {
            return Optional.empty();
        }
        var limit = exchange.row((int) Math.min(in.claimed(), Integer.MAX_VALUE), client);
        if (limit.isEmpty()) {
            out.about(Optional.empty(), current.get().categories());
        }
        do {
            if (limit.isEmpty()) {
                out.pass(in);
                out.flush();
            }
        } while (in.more());
        return Optional.of(limit);
    }

    /// Messages of a COPY: its rows are counted and masked like those of a query; or it is said which limit forbids it.
    Optional<Refusal> copy(Inbound in, Outbound out, Exchange exchange, Shown shown) throws IOException {
        switch (in.type()) {
            case 'H' -> copying = Optional.of(copyMask(in, out, shown));
            case 'd' -> {
                return copying.orElseThrow(() -> WireException.violation("the target sent rows of no COPY"))
                        .rows(in.array(), in.bodyStart(), in.bodySize(), new CopySink(out, exchange, client));
            }
            case 'c' -> {
                copying.ifPresent(CopyMask::finished);
                copying = Optional.empty();
            }
            default -> {}
        }
        out.pass(in);
        return Optional.empty();
    }

    /// Where rows of a COPY go.
    private record CopySink(Outbound out, Exchange exchange, HeldClient client) implements CopyMask.Sink {
        @Override
        public Optional<Refusal> counted(int size) throws IOException {
            return exchange.row(size, client);
        }

        @Override
        public MessageWriter about(Optional<Slice> subject, List<String> categories) {
            out.about(subject, categories);
            return out.writer();
        }

        @Override
        public void written() throws IOException {
            if (out.full()) {
                out.flush();
            }
        }
    }

    private CopyMask copyMask(Inbound in, Outbound out, Shown shown) {
        if (!(BackendMessage.decode(in.array(), in.start(), in.end()) instanceof CopyOutResponse response)) {
            throw WireException.violation("the beginning of a COPY was expected");
        }
        var form = shown.copy(statement)
                .orElseThrow(() -> WireException.violation("the target sent a COPY that nobody asked for"));
        var masks = shown.copyMasks(statement, response.columns().count())
                .orElseThrow(() -> WireException.violation("the target sent a COPY of other columns"));
        if (tell && !told) {
            told = tellOnce(masks, out);
        }
        return new CopyMask(form, masks, masker, detectors.scanner());
    }

    /// One statement is over, with or without an answer; what follows is about nobody.
    void completed(Outbound out) {
        statement++;
        current = Optional.empty();
        copying = Optional.empty();
        out.about(Optional.empty(), List.of());
    }

    /// The whole query is over.
    void finished() {
        statement = 0;
    }
}
