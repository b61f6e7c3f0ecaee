package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.sql.analysis.CopyOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the answers of one admitted statement are shown, checked against what the target says it sends.
///
/// Lineage says where a column comes from before the statement runs; the target's row description says, for plain
/// columns, where it really came from. Where the two disagree the catalogue was out of date or lineage was wrong: the
/// column gets the strictest mask.
final class Shown {
    private final Exchange exchange;
    private final List<List<OutputColumn>> outputs;

    private final List<CopyOut> copies;
    private volatile Optional<ErrorWords> instead = Optional.empty();

    /// @param copies how the COPYs of the text write their rows
    Shown(Exchange exchange, List<CopyOut> copies) {
        this.copies = copies;
        this.exchange = exchange;
        this.outputs = exchange.operation() instanceof Operation.Statement statement ? statement.outputs() : List.of();
    }

    /// How rows of the COPY are masked that is the `statement`-th statement; empty if there is none.
    Optional<CopyOut> copy(int statement) {
        return copies.stream().filter(copy -> copy.statement() == statement).findFirst();
    }

    /// The masks of a COPY's columns: there is no description to check them against.
    Optional<List<ColumnMask>> copyMasks(int statement, int columns) {
        return statement < exchange.masks().size()
                        && exchange.masks().get(statement).size() == columns
                ? Optional.of(exchange.masks().get(statement))
                : Optional.empty();
    }

    /// What the masks of one answer follow from, besides its description.
    record Rules(List<OutputColumn> outputs, List<ColumnMask> masks) {
        /// Whether they are the same objects, as those of statements that mean the same are.
        @SuppressWarnings("ReferenceEquality")
        boolean same(Rules others) {
            return outputs == others.outputs && masks == others.masks;
        }
    }

    Rules rules(int statement) {
        return new Rules(
                statement < outputs.size() ? outputs.get(statement) : List.of(),
                statement < exchange.masks().size() ? exchange.masks().get(statement) : List.of());
    }

    /// The masks of the answer of the `statement`-th statement, for columns as the target describes them.
    List<ColumnMask> masks(int statement, List<Field> fields) {
        boolean known = statement < outputs.size() && outputs.get(statement).size() == fields.size();
        var masks = new ArrayList<ColumnMask>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            boolean proved = known && agree(outputs.get(statement).get(i), field);
            masks.add(proved ? exchange.masks().get(statement).get(i) : ColumnMask.strictest(field.name()));
        }
        return masks;
    }

    /// The target names the table of whatever is, to it, a column: also of a cast that does nothing, which
    /// lineage takes for computed. So only a plain column must be exactly the one named, and what has no source
    /// must name none, or one of the columns that every table has (`tableoid`, `ctid`: with negative numbers).
    private static boolean agree(OutputColumn output, Field field) {
        if (field.tableOid() == 0) {
            return true;
        }
        if (output.sources().isEmpty() && field.attribute() < 0) {
            return true;
        }
        return output.plain()
                ? output.tableOid() == field.tableOid() && output.attribute() == field.attribute()
                : !output.sources().isEmpty();
    }

    /// The gateway is about to make the target fail; this is why.
    void insteadOfError(ErrorWords words) {
        instead = Optional.of(words);
    }

    Optional<ErrorWords> insteadOfError() {
        return instead;
    }

    /// Whether any column is shown otherwise than it is stored.
    boolean masksAnything() {
        return exchange.masksAnything();
    }

    /// Whether the target's own words about this statement could show a masked value.
    boolean hidesWords() {
        return exchange.hidesWords();
    }

    /// Whether details of its errors can quote rows: of what changes rows, builds something over them (an index, a
    /// constraint), or ends a transaction, which is when deferred constraints and triggers speak.
    boolean quotesRows() {
        return exchange.operation() instanceof Operation.Statement statement
                && switch (statement.facts().effect()) {
                    case READ, SESSION -> false;
                    case TRANSACTION, WRITE, DDL, ADMIN, UNKNOWN -> true;
                };
    }
}
