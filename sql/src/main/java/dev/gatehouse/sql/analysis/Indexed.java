package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Set;

/// Expressions over which an index may lie though they are of masked columns: no value makes them fail, and a unique
/// index over them refuses nothing but spellings of the same value.
final class Indexed {
    private static final Set<String> SPELLINGS = Set.of("lower", "upper");
    private static final Set<String> TEXTS = Set.of("text", "varchar");

    private final Analysis in;
    private final boolean unique;

    Indexed(Analysis in, boolean unique) {
        this.in = in;
        this.unique = unique;
    }

    boolean harmless(Node node) {
        return switch (node.type()) {
            case "ColumnRef" -> true;
            case "A_Const" -> !unique;
            case "TypeCast" -> cast(node);
            case "FuncCall" -> call(node);
            case "CoalesceExpr" -> !unique && all(node.list("args"));
            case "A_Expr" -> !unique && concatenation(node);
            default -> false;
        };
    }

    private boolean all(List<Node> parts) {
        return parts.stream().allMatch(this::harmless);
    }

    private boolean cast(Node node) {
        var type = node.node("typeName");
        Node value = node.node("arg").orElseThrow();
        boolean text = type.filter(name -> !name.has("typmods") && !name.has("arrayBounds"))
                .map(name -> name.names("names"))
                .filter(names -> !names.isEmpty() && TEXTS.contains(names.getLast()))
                .isPresent();
        return value.is("A_Const") || text && harmless(value);
    }

    /// That the name means PostgreSQL's own function was looked at before.
    private boolean call(Node node) {
        String name = node.names("funcname").getLast();
        var arguments = node.list("args");
        if (SPELLINGS.contains(name)) {
            return arguments.size() == 1 && harmless(arguments.getFirst());
        }
        return !unique
                && name.equals("to_tsvector")
                && arguments.size() == 2
                && fixed(arguments.getFirst())
                && harmless(arguments.getLast());
    }

    private static boolean fixed(Node node) {
        return node.is("A_Const")
                || node.is("TypeCast")
                        && node.node("arg").filter(arg -> arg.is("A_Const")).isPresent();
    }

    private boolean concatenation(Node node) {
        var names = node.list("name").stream().map(part -> part.text("sval")).toList();
        if (!names.getLast().equals("||") || !node.has("lexpr")) {
            return false;
        }
        in.expressions.operators().check(names.size() > 1 ? names.getFirst() : "", "||");
        return harmless(node.node("lexpr").orElseThrow())
                && harmless(node.node("rexpr").orElseThrow());
    }
}
