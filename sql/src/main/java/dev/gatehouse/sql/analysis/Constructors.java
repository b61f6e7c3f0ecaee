package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the grammar writes in forms of their own to make or take apart XML and JSON: XMLELEMENT, JSON_OBJECT,
/// JSON_VALUE, XMLTABLE and the like. Each carries everything inside it.
final class Constructors {
    private static final Set<String> MAKING = Set.of(
            "JsonArrayAgg",
            "JsonArrayConstructor",
            "JsonArrayQueryConstructor",
            "JsonObjectAgg",
            "JsonObjectConstructor",
            "JsonScalarExpr",
            "JsonSerializeExpr",
            "XmlExpr",
            "XmlSerialize");
    /// Whether these fail, or what they find, depends on the value.
    private static final Set<String> LOOKING =
            Set.of("JsonFuncExpr", "JsonIsPredicate", "JsonParseExpr", "JsonTable", "RangeTableFunc");
    private static final Set<String> PARTS = Set.of(
            "",
            "JsonArgument",
            "JsonBehavior",
            "JsonFormat",
            "JsonKeyValue",
            "JsonOutput",
            "JsonReturning",
            "JsonTableColumn",
            "JsonTablePathSpec",
            "JsonValueExpr",
            "List",
            "RangeTableFuncCol",
            "ResTarget",
            "String");

    private final Analysis in;

    Constructors(Analysis in) {
        this.in = in;
    }

    static boolean is(Node node) {
        return MAKING.contains(node.type()) || LOOKING.contains(node.type());
    }

    Carried of(Node node, Scope scope) {
        if (node.is("JsonArrayAgg") || node.is("JsonObjectAgg")) {
            in.calls.aggregate();
        }
        boolean looks = LOOKING.contains(node.type())
                || node.flag("unique")
                || Set.of("IS_XMLPARSE", "IS_XMLPI").contains(node.text("op"));
        var parts = new ArrayList<Carried>();
        node.children().forEach(child -> collect(child, scope, parts));
        var all = Carried.of(parts).computed();
        if (looks) {
            in.findings.tell(all, Form.OTHER);
        }
        return all;
    }

    private void collect(Node node, Scope scope, List<Carried> parts) {
        in.findings.step();
        if (node.is("SelectStmt")) {
            in.queries.of(node, scope).fields().forEach(field -> parts.add(field.carried()));
        } else if (node.is("TypeName") || node.has("typemod") && node.has("names")) {
            in.types.check(node);
        } else if (node.is("SortBy")) {
            parts.add(in.grouping.order(List.of(node), scope));
        } else if (node.has("frameOptions")) {
            in.grouping.window(node, scope);
        } else if (PARTS.contains(node.type())) {
            node.children().forEach(child -> collect(child, scope, parts));
        } else {
            parts.add(in.expressions.of(node, scope));
        }
    }

    /// XMLTABLE or JSON_TABLE in FROM.
    Range table(Node item, Scope scope) {
        var names = new ArrayList<String>();
        item.list("columns").forEach(column -> names(column, names));
        item.node("alias").ifPresent(Node::readAll);
        var parts = new ArrayList<Carried>();
        item.childrenBut("alias").forEach(child -> collect(child, scope, parts));
        var all = Carried.of(parts).computed();
        in.findings.tell(all, Form.OTHER);
        return FromClause.aliased(
                Range.of(
                        item.is("JsonTable") ? "json_table" : "xmltable",
                        names.stream().map(name -> new Field(name, all)).toList()),
                item);
    }

    private static void names(Node column, List<String> names) {
        if (!column.list("columns").isEmpty()) {
            column.list("columns").forEach(nested -> names(nested, names));
        } else {
            String name = column.text("colname");
            names.add(name.isEmpty() ? column.text("name") : name);
        }
    }
}
