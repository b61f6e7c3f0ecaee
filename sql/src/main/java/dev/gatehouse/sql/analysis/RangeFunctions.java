package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.analysis.FunctionList.Rule;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Functions in FROM, alone or in ROWS FROM.
final class RangeFunctions {
    private final Analysis in;

    RangeFunctions(Analysis in) {
        this.in = in;
    }

    Range of(Node item, Scope scope) {
        item.ignore("lateral", "is_rowsfrom");
        boolean ordinality = item.flag("ordinality");
        var fields = new ArrayList<Field>();
        String name = "";
        var functions = item.list("functions");
        String alias = item.node("alias").map(node -> node.text("aliasname")).orElse("");
        for (Node function : functions) {
            var parts = function.list("items");
            Node call = parts.getFirst();
            name = OutputNames.of(call);
            fields.addAll(fields(call, parts.get(1), item, functions.size() == 1 ? alias : "", scope));
        }
        if (ordinality) {
            fields.add(new Field("ordinality", Carried.NOTHING));
        }
        return FromClause.aliased(Range.of(name, fields), item);
    }

    private List<Field> fields(Node call, Node ownColumns, Node item, String alias, Scope scope) {
        if (!call.is("FuncCall")) {
            return List.of(new Field(OutputNames.of(call), in.expressions.of(call, scope)));
        }
        var candidates = in.routines.candidates(call);
        if (!candidates.isEmpty() && in.routines.besides(call, candidates).isEmpty()) {
            call.ignore("funcformat");
            return defined(
                    in.routines.rows(
                            candidates,
                            call,
                            call.list("args").stream()
                                    .map(argument -> in.expressions.of(argument, scope))
                                    .toList(),
                            alias),
                    Joined.concat(ownColumns.list("items"), item.list("coldeflist")));
        }
        var rule = in.calls.rule(call);
        if (rule.isEmpty()) {
            call.list("args").forEach(argument -> in.expressions.of(argument, scope));
            return List.of();
        }
        var options = options(call, scope);
        if (options.isPresent()) {
            return options.get();
        }
        var carried = carried(rule.get(), call, scope);
        var names = names(rule.get(), call, ownColumns, item, alias);
        return names.stream().map(name -> new Field(name, carried)).toList();
    }

    /// The options of servers and the like as the catalogue keeps them: their values are secret, their names are not.
    private Optional<List<Field>> options(Node call, Scope scope) {
        var arguments = call.list("args");
        if (!call.names("funcname").getLast().equals("pg_options_to_table")
                || arguments.size() != 1
                || !arguments.getFirst().is("ColumnRef")) {
            return Optional.empty();
        }
        var stored = in.expressions.of(arguments.getFirst(), scope);
        boolean catalogues = stored.form() == Carried.Form.PLAIN
                && stored.origins().stream()
                        .allMatch(origin -> origin.column().schema().equals(Names.SYSTEM));
        return catalogues
                ? Optional.of(List.of(
                        new Field("option_name", Carried.NOTHING), new Field("option_value", stored.computed())))
                : Optional.empty();
    }

    /// Rows whose columns the statement names itself: each carries everything.
    private List<Field> defined(List<Field> rows, List<Node> definitions) {
        if (definitions.isEmpty()) {
            return rows;
        }
        var everything = Carried.of(rows.stream().map(Field::carried).toList()).computed();
        return definitions.stream()
                .map(definition -> {
                    definition.node("typeName").ifPresent(in.types::check);
                    var field = new Field(definition.text("colname"), everything);
                    definition.readAll();
                    return field;
                })
                .toList();
    }

    private Carried carried(Rule rule, Node call, Scope scope) {
        var result = in.calls.inFrom(rule, call, scope);
        boolean list = call.names("funcname").getLast().equals("unnest")
                && call.list("args").stream().allMatch(RangeFunctions::fixed);
        return list
                ? result.computed().at(java.util.Set.of(in.findings.filters().list()))
                : result.computed();
    }

    /// Whether an argument is written down in the statement or is a parameter.
    private static boolean fixed(Node argument) {
        return switch (argument.type()) {
            case "A_Const", "ParamRef" -> true;
            case "TypeCast" -> argument.node("arg").map(RangeFunctions::fixed).orElse(false);
            case "A_ArrayExpr" -> argument.list("elements").stream().allMatch(RangeFunctions::fixed);
            default -> false;
        };
    }

    private List<String> names(Rule rule, Node call, Node ownColumns, Node item, String alias) {
        var definitions = Joined.concat(ownColumns.list("items"), item.list("coldeflist"));
        if (!definitions.isEmpty()) {
            definitions.forEach(definition -> definition.node("typeName").ifPresent(in.types::check));
            var names = definitions.stream()
                    .map(definition -> definition.text("colname"))
                    .toList();
            definitions.forEach(Node::readAll);
            return names;
        }
        if (!rule.columns().isEmpty()) {
            return rule.columns().size() == 1 && !alias.isEmpty() ? List.of(alias) : rule.columns();
        }
        String function = call.names("funcname").getLast();
        int columns = function.equals("unnest") ? call.list("args").size() : 1;
        return java.util.Collections.nCopies(columns, alias.isEmpty() || columns > 1 ? function : alias);
    }
}
