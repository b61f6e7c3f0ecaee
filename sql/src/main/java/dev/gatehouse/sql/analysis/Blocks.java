package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// DO, and functions of triggers written in PL/pgSQL, as far as [Block] reads them: their statements are judged one by
/// one, as if each were sent, whether or not it would be run. They may compare no masked column, because their
/// constants
/// are not counted as guesses; and after one that defines something only further definitions are followed.
final class Blocks {
    private static final Set<String> DEFINING = Set.of("CreateTableAsStmt", "ViewStmt");
    private static final String UNREADABLE = "A DO block is only read if it has no variables and consists of plain "
            + "statements, IF and handlers of errors. Send its statements themselves.";

    private final Analysis in;

    Blocks(Analysis in) {
        this.in = in;
    }

    /// A DO block.
    Optional<List<OutputColumn>> of(Node statement) {
        in.findings.act("do", Effect.READ);
        var steps = body(statement.list("args")).flatMap(body -> Block.read(body, false));
        var inner = in.inside(in.names, List.of());
        statement.readAll();
        if (steps.isEmpty() || inner.isEmpty()) {
            in.findings.problem(UNREADABLE);
            return Optional.empty();
        }
        new Blocks(inner.get()).judge(steps.get());
        return Optional.empty();
    }

    /// Whether a CREATE FUNCTION makes a trigger's function that only fills in what no table holds.
    boolean filling(Node create) {
        boolean trigger = create.node("returnType")
                .map(type -> type.names("names"))
                .filter(names -> names.getLast().equals("trigger"))
                .isPresent();
        boolean plain = create.list("options").stream()
                .allMatch(option -> Set.of("as", "language").contains(option.text("defname")));
        var steps = body(create.list("options")).flatMap(body -> Block.read(body, true));
        return trigger
                && plain
                && !create.flag("is_procedure")
                && create.list("parameters").isEmpty()
                && steps.filter(this::onlyAssigns).isPresent();
    }

    private static Optional<String> body(List<Node> options) {
        boolean other = options.stream()
                .filter(option -> option.text("defname").equals("language"))
                .flatMap(option -> option.node("arg").stream())
                .anyMatch(language -> !language.text("sval").equalsIgnoreCase("plpgsql"));
        return options.stream()
                .filter(option -> option.text("defname").equals("as") && !other)
                .flatMap(option -> option.node("arg").stream())
                .map(text -> text.is("List") && text.list("items").size() == 1
                        ? text.list("items").getFirst().text("sval")
                        : text.text("sval"))
                .findFirst();
    }

    private boolean onlyAssigns(List<Block.Step> steps) {
        return steps.stream()
                .allMatch(step -> step instanceof Block.Step.Assignment(var expression)
                        && query("SELECT (" + expression + "\n)")
                                .filter(Blocks::fixed)
                                .isPresent());
    }

    /// Whether a query reads nothing at all.
    private static boolean fixed(Node query) {
        var read = new boolean[1];
        query.visit(node ->
                read[0] |= node.is("ColumnRef") || node.is("SubLink") || node.is("RangeVar") || node.is("ParamRef"));
        return !read[0]
                && query.list("targetList").size() == 1
                && query.list("fromClause").isEmpty();
    }

    private void judge(List<Block.Step> steps) {
        boolean defined = false;
        for (Block.Step step : steps) {
            var parsed = switch (step) {
                case Block.Step.Sql sql -> query(sql.sql());
                case Block.Step.Condition condition -> query("SELECT 1 WHERE (" + condition.expression() + "\n)");
                case Block.Step.Assignment assignment -> Optional.<Node>empty();
            };
            if (parsed.isEmpty()) {
                in.findings.problem(UNREADABLE);
                return;
            }
            defined = judge(parsed.get(), defined);
        }
    }

    private boolean judge(Node statement, boolean defined) {
        int changes = in.findings.changes().size();
        int predicates = in.findings.told();
        boolean early = defined && !(statement.is("SelectStmt") && systemOnly(statement));
        var inner = new Statements(in);
        inner.of(statement);
        in.definitions.wholly(statement);
        boolean defines = inner.defines() && !DEFINING.contains(statement.type());
        if (early && !defines) {
            in.findings.problem("A DO block that uses what it has defined before is not followed. "
                    + "Send its statements themselves.");
        }
        if (in.findings.told() > predicates) {
            in.findings.problem("A DO block may not compare columns that are masked. Leave the condition out.");
        }
        var made = in.findings.changes().subList(changes, in.findings.changes().size());
        if (made.stream()
                .anyMatch(change -> !(change instanceof SessionChange.Definitions)
                        && !(change instanceof SessionChange.Inherits))) {
            in.findings.problem("What this DO block changes about the session is not followed. Send it by itself.");
        }
        return defined || made.stream().anyMatch(SessionChange.Definitions.class::isInstance);
    }

    private boolean systemOnly(Node statement) {
        var own = new boolean[1];
        statement.visit(node -> {
            if (node.is("RangeVar") || node.has("relname")) {
                own[0] |= in.names
                        .relation(node.text("schemaname"), node.text("relname"))
                        .filter(relation -> relation.system())
                        .isEmpty();
            } else if (node.is("FuncCall")) {
                own[0] |= !in.routines.candidates(node).isEmpty();
            }
        });
        return !own[0];
    }

    private Optional<Node> query(String sql) {
        return in.definitions.statement(sql);
    }
}
