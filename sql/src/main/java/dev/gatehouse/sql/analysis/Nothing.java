package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.List;

/// Queries that plainly return no row, as tools ask them to learn a table's columns: `WHERE false`, `WHERE 1 = 0`,
/// `LIMIT 0`. Only what two literals say at a glance counts; anything else may let a row pass.
final class Nothing {
    private Nothing() {}

    /// Whether a condition lets no row pass, whatever it holds.
    static boolean passes(Node condition) {
        return switch (condition.type()) {
            case "A_Const" -> isNull(condition) || isFalse(condition);
            case "BoolExpr" -> combined(condition);
            case "A_Expr" -> unequal(condition);
            default -> false;
        };
    }

    /// `LIMIT 0` and `FETCH FIRST 0 ROWS ONLY`; with ties there is nothing to tie with.
    static boolean limited(Node query) {
        return query.node("limitCount")
                .filter(limit -> limit.is("A_Const"))
                .flatMap(limit -> limit.node("ival"))
                .filter(limit -> limit.number("ival") == 0)
                .isPresent();
    }

    private static boolean isNull(Node constant) {
        return constant.flag("isnull");
    }

    private static boolean isFalse(Node constant) {
        return constant.node("boolval").filter(value -> !value.flag("boolval")).isPresent();
    }

    private static boolean combined(Node condition) {
        List<Node> parts = condition.list("args");
        return switch (condition.text("boolop")) {
            case "AND_EXPR" -> parts.stream().anyMatch(Nothing::passes);
            case "OR_EXPR" -> parts.stream().allMatch(Nothing::passes);
            default -> false;
        };
    }

    private static boolean unequal(Node comparison) {
        if (!comparison.text("kind").equals("AEXPR_OP")
                || comparison.list("name").size() != 1
                || !integer(comparison, "lexpr")
                || !integer(comparison, "rexpr")) {
            return false;
        }
        boolean same = value(comparison, "lexpr") == value(comparison, "rexpr");
        return switch (comparison.names("name").getFirst()) {
            case "=" -> !same;
            case "<>" -> same;
            default -> false;
        };
    }

    private static boolean integer(Node comparison, String side) {
        return comparison
                .node(side)
                .filter(operand -> operand.is("A_Const") && operand.node("ival").isPresent())
                .isPresent();
    }

    private static long value(Node comparison, String side) {
        return comparison
                .node(side)
                .flatMap(operand -> operand.node("ival"))
                .orElseThrow()
                .number("ival");
    }
}
