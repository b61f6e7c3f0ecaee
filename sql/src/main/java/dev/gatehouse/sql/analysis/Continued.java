package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Statements that work with others by name: DECLARE and FETCH, PREPARE and EXECUTE.
final class Continued {
    private final Analysis in;

    Continued(Analysis in) {
        this.in = in;
    }

    Optional<List<OutputColumn>> of(Node statement) {
        return switch (statement.type()) {
            case "DeclareCursorStmt" -> declare(statement);
            case "FetchStmt" -> fetch(statement);
            case "PrepareStmt" -> prepare(statement);
            default -> execute(statement);
        };
    }

    /// DECLARE is the operation: it is decided by what its query reads, and FETCH by the same.
    private Optional<List<OutputColumn>> declare(Node statement) {
        in.findings.act("declare", Effect.READ);
        statement.ignore("options");
        Node query = statement.node("query").orElseThrow();
        if (!query.is("SelectStmt")) {
            in.findings.problem("A cursor must be over a query.");
            query.readAll();
            return Optional.empty();
        }
        var fields = in.queries.of(query, Scope.empty()).fields();
        var cursor = in.findings.cursor(in.targets.outputs(fields));
        in.named.declare(statement.text("portalname"), cursor);
        in.findings.change(new SessionChange.Declared(statement.text("portalname"), cursor));
        return Optional.empty();
    }

    private Optional<List<OutputColumn>> fetch(Node statement) {
        boolean move = statement.flag("ismove");
        String name = statement.text("portalname");
        in.findings.act(move ? "move" : "fetch", Effect.READ);
        statement.readAll();
        var cursor = in.named.cursor(name);
        if (cursor.isEmpty()) {
            in.findings.problem("The cursor \"" + name + "\" was not declared in this session by DECLARE.");
            return Optional.empty();
        }
        in.findings.fetched(cursor.get());
        return move
                ? Optional.empty()
                : Optional.of(cursor.get().outputs().stream().map(this::now).toList());
    }

    /// A cursor FOR UPDATE returns rows as they are by now, with what was copied into them since its declaration.
    private OutputColumn now(OutputColumn column) {
        var categories = new LinkedHashSet<>(column.categories());
        column.sources().forEach(source -> in.holdings.held(source).forEach(held -> categories.add(held.category())));
        return categories.equals(column.categories())
                ? column
                : new OutputColumn(column.name(), column.sources(), categories, false, 0, 0, false);
    }

    /// Preparing decides nothing: only that the statement is understood. Each EXECUTE is decided.
    private Optional<List<OutputColumn>> prepare(Node statement) {
        in.findings.act("prepare", Effect.SESSION);
        Node query = statement.node("query").orElseThrow();
        statement.list("argtypes").forEach(in.types::check);
        var apart = new Findings();
        new Statements(in.with(apart)).of(query);
        in.findings.only(apart);
        String name = statement.text("name");
        in.named.prepare(name, query);
        in.findings.change(new SessionChange.Prepared(name));
        return Optional.empty();
    }

    private Optional<List<OutputColumn>> execute(Node statement) {
        in.findings.act("execute", Effect.SESSION);
        return prepared(statement, (inner, query) -> new Statements(inner).of(query));
    }

    /// The columns of a prepared query's answer, for CREATE TABLE AS EXECUTE.
    List<Field> fields(Node execute) {
        return prepared(execute, (inner, query) -> {
                    if (query.is("SelectStmt")) {
                        inner.findings.act(Effect.READ);
                        return Optional.of(
                                inner.queries.of(query, Scope.empty()).fields());
                    }
                    inner.findings.problem("What is executed is no query.");
                    return Optional.<List<Field>>empty();
                })
                .orElse(List.of());
    }

    private <T> Optional<T> prepared(Node statement, BiFunction<Analysis, Node, Optional<T>> reading) {
        String name = statement.text("name");
        var given = new ArrayList<Field>();
        for (Node parameter : statement.list("params")) {
            given.add(new Field("", in.expressions.of(parameter, Scope.empty())));
        }
        var query = in.named.prepared(name, in.definitions);
        if (query.isEmpty()) {
            in.findings.problem("The statement \"" + name + "\" was not prepared in this session by PREPARE.");
            return Optional.empty();
        }
        var answer = in.inside(in.names.session(), given).flatMap(inner -> reading.apply(inner, query.get()));
        in.definitions.wholly(query.get());
        return answer;
    }
}
