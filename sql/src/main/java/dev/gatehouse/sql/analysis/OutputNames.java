package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The name that PostgreSQL gives to an output column without AS.
final class OutputNames {
    static final String NONE = "?column?";

    private OutputNames() {}

    static String of(Node value) {
        return name(value).orElse(NONE);
    }

    private static Optional<String> name(Node value) {
        return switch (value.type()) {
            case "ColumnRef" -> last(value.names("fields"));
            case "FuncCall" -> last(value.names("funcname"));
            case "A_Indirection" ->
                last(value.names("indirection")).or(() -> value.node("arg").flatMap(OutputNames::name));
            case "CollateClause" -> value.node("arg").flatMap(OutputNames::name);
            case "TypeCast" ->
                value.node("arg")
                        .flatMap(OutputNames::strong)
                        .or(() -> value.node("typeName").flatMap(type -> last(type.names("names"))));
            case "A_Expr" -> value.text("kind").equals("AEXPR_NULLIF") ? Optional.of("nullif") : Optional.empty();
            case "CaseExpr" ->
                Optional.of(value.node("defresult").flatMap(OutputNames::strong).orElse("case"));
            case "CoalesceExpr" -> Optional.of("coalesce");
            case "MinMaxExpr" -> Optional.of(value.text("op").equals("IS_LEAST") ? "least" : "greatest");
            case "A_ArrayExpr" -> Optional.of("array");
            case "RowExpr" -> Optional.of("row");
            case "GroupingFunc" -> Optional.of("grouping");
            case "XmlSerialize" -> Optional.of("xmlserialize");
            case "JsonParseExpr" -> Optional.of("json");
            case "JsonScalarExpr" -> Optional.of("json_scalar");
            case "JsonSerializeExpr" -> Optional.of("json_serialize");
            case "JsonObjectConstructor" -> Optional.of("json_object");
            case "JsonArrayConstructor", "JsonArrayQueryConstructor" -> Optional.of("json_array");
            case "JsonObjectAgg" -> Optional.of("json_objectagg");
            case "JsonArrayAgg" -> Optional.of("json_arrayagg");
            case "SQLValueFunction" -> Optional.of(sqlValue(value.text("op")));
            case "SubLink" -> subLink(value);
            case "XmlExpr" ->
                Optional.of(value.text("op").replaceFirst("^IS_", "").toLowerCase(Locale.ROOT))
                        .filter(name -> !name.equals("document"));
            case "JsonFuncExpr" ->
                Optional.of(value.text("op").replaceFirst("_OP$", "").toLowerCase(Locale.ROOT));
            case "MergeSupportFunc" -> Optional.of("merge_action");
            default -> Optional.empty();
        };
    }

    /// Names that win over the name of a type or `case`.
    private static Optional<String> strong(Node value) {
        return switch (value.type()) {
            case "TypeCast", "CaseExpr" -> Optional.of(of(value));
            default -> name(value);
        };
    }

    private static String sqlValue(String operation) {
        return operation.replaceFirst("^SVFOP_", "").replaceFirst("_N$", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> subLink(Node value) {
        return switch (value.text("subLinkType")) {
            case "EXISTS_SUBLINK" -> Optional.of("exists");
            case "ARRAY_SUBLINK" -> Optional.of("array");
            case "EXPR_SUBLINK" ->
                value.node("subselect")
                        .flatMap(wrapped -> wrapped.list("targetList").stream().findFirst())
                        .map(OutputNames::ofTarget);
            default -> Optional.empty();
        };
    }

    static String ofTarget(Node target) {
        String name = target.text("name");
        return name.isEmpty() ? target.node("val").map(OutputNames::of).orElse(NONE) : name;
    }

    private static Optional<String> last(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
    }
}
