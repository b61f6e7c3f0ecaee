package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One statement of a text: which kind it is, and whose work that is.
final class Statements {
    private final Analysis in;
    private final Definitions definitions;
    private final SessionStatements sessions;
    private final Copies copies;
    private final Continued continued;
    private boolean defines;
    private long limit = -1;

    Statements(Analysis in) {
        this.in = in;
        this.definitions = new Definitions(in);
        this.sessions = new SessionStatements(in);
        this.copies = new Copies(in);
        this.continued = new Continued(in);
    }

    /// Whether the statement only defines or administers something: it returns nothing of what tables hold.
    boolean defines() {
        return defines;
    }

    /// The row limit of the answer, -1 if none is written down.
    long limit() {
        return limit;
    }

    /// @return the columns of its answer, if it has one
    Optional<List<OutputColumn>> of(Node statement) {
        return switch (statement.type()) {
            case "SelectStmt" -> sessions.setConfig(statement).or(() -> select(statement));
            case "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" -> write(statement);
            case "ExplainStmt" -> Optional.of(explain(statement));
            case "CopyStmt" -> copies.of(statement);
            case "PrepareStmt", "ExecuteStmt", "DeclareCursorStmt", "FetchStmt" -> continued.of(statement);
            case "CallStmt" -> new Procedures(in).of(statement);
            case "DoStmt" -> new Blocks(in).of(statement);
            default -> sessions.of(statement).orElseGet(() -> define(statement));
        };
    }

    private Optional<List<OutputColumn>> select(Node statement) {
        in.findings.act("select", Effect.READ);
        statement
                .node("limitCount")
                .filter(count -> count.is("A_Const"))
                .flatMap(count -> count.node("ival"))
                .ifPresent(count -> limit = count.number("ival"));
        var answer = in.queries.of(statement, Scope.empty());
        return statement.has("intoClause") ? Optional.empty() : Optional.of(in.targets.outputs(answer.fields()));
    }

    private Optional<List<OutputColumn>> write(Node statement) {
        var fields = in.writes.of(statement, Scope.empty());
        return statement.has("returningClause") ? Optional.of(in.targets.outputs(fields)) : Optional.empty();
    }

    private List<OutputColumn> explain(Node statement) {
        in.findings.act("explain", Effect.READ);
        boolean runs = false;
        for (Node option : statement.list("options")) {
            String value =
                    option.node("arg").map(argument -> argument.text("sval")).orElse("true");
            boolean off = Set.of("false", "off", "0").contains(value.toLowerCase(java.util.Locale.ROOT));
            runs |= option.text("defname").equals("analyze") && !off;
            option.readAll();
        }
        Node query = statement.node("query").orElseThrow();
        if (runs) {
            // It shows the memory that was used, and how much would have been sent.
            in.findings.measure();
            of(query);
        } else {
            var apart = new Findings();
            new Statements(in.with(apart)).of(query);
            in.findings.explained(apart);
        }
        if (in.findings.callsOthers()) {
            // The planner calls an immutable function of constants and shows what it returned.
            in.findings.problem("A plan shows what functions return that are not PostgreSQL's own. Leave them out.");
        }
        return List.of(OutputColumn.constant("QUERY PLAN"));
    }

    private Optional<List<OutputColumn>> define(Node statement) {
        defines = !statement.is("CreateTableAsStmt") && !statement.is("ViewStmt");
        definitions.of(statement);
        return Optional.empty();
    }
}
