package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.catalogue.Function;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Bodies of functions written in SQL, read with the arguments of one call in place of the parameters.
final class SqlBodies {
    private static final Set<String> INPUTS =
            Set.of("FUNC_PARAM_IN", "FUNC_PARAM_INOUT", "FUNC_PARAM_VARIADIC", "FUNC_PARAM_DEFAULT");

    private final Analysis in;

    SqlBodies(Analysis in) {
        this.in = in;
    }

    /// What the columns of the function's answer carry.
    List<Field> of(Function function, Node call, List<Carried> arguments) {
        var definition =
                in.definitions.statement(function.definition()).filter(statement -> statement.is("CreateFunctionStmt"));
        return definition
                .flatMap(create -> in.inside(names(create), parameters(create, call, arguments))
                        .map(inner -> read(create, inner)))
                .orElseGet(() -> {
                    in.findings.problem("The function " + function.schema() + "." + function.name()
                            + " is not understood. Leave it out.");
                    return List.of();
                });
    }

    /// How names in the body are resolved: as bound at its creation, by its own `search_path`, or by the session's.
    private Names names(Node create) {
        boolean definer = false;
        for (Node option : create.list("options")) {
            var set =
                    option.node("arg").filter(argument -> option.text("defname").equals("set"));
            if (set.isPresent()) {
                if (!set.get().text("name").equals("search_path")) {
                    continue;
                }
                return in.names.session().with(SessionStatements.values(set.get()));
            }
            definer |= option.text("defname").equals("security")
                    && option.node("arg").map(arg -> arg.flag("boolval")).orElse(false);
        }
        if (create.has("sql_body")) {
            return in.names.systemOnly();
        }
        if (definer) {
            in.findings.problem("A function that acts for its owner and has no search_path of its own is not followed. "
                    + "Leave it out.");
        }
        return in.names.session();
    }

    private List<Field> parameters(Node create, Node call, List<Carried> arguments) {
        boolean placed = arguments.size() == call.list("args").size()
                && !call.flag("func_variadic")
                && call.list("args").stream().noneMatch(argument -> argument.is("NamedArgExpr"));
        var everything = Carried.of(arguments);
        // A STRICT function is not even called for NULL, whatever its body says.
        arguments.stream().filter(Carried::sparse).forEach(argument -> in.findings.tell(argument, Form.OTHER));
        var parameters = new ArrayList<Field>();
        for (Node parameter : create.list("parameters")) {
            if (!INPUTS.contains(parameter.text("mode"))) {
                continue;
            }
            int place = parameters.size();
            boolean rest = parameter.text("mode").equals("FUNC_PARAM_VARIADIC") || !placed;
            Carried given = place < arguments.size() ? arguments.get(place).converted() : Carried.SETTING;
            parameters.add(new Field(parameter.text("name"), rest ? everything : given));
        }
        return parameters;
    }

    private List<Field> read(Node create, Analysis inner) {
        List<Field> answer = List.of();
        var scope = Scope.empty().with(Joined.of(Range.of(name(create), inner.parameters)));
        for (Node parameter : create.list("parameters")) {
            parameter.node("defexpr").ifPresent(value -> inner.expressions.of(value, Scope.empty()));
        }
        for (Node statement : statements(create)) {
            answer = statement(statement, scope, inner);
            in.definitions.wholly(statement);
        }
        return answer;
    }

    private static String name(Node create) {
        return create.names("funcname").getLast();
    }

    private List<Node> statements(Node create) {
        var body = create.node("sql_body");
        if (body.isPresent()) {
            return body.get().is("List")
                    ? body.get().list("items").stream()
                            .flatMap(inner -> inner.list("items").stream())
                            .toList()
                    : List.of(body.get());
        }
        return create.list("options").stream()
                .filter(option -> option.text("defname").equals("as"))
                .flatMap(option -> option.node("arg").stream())
                .flatMap(list -> list.list("items").stream())
                .limit(1)
                .flatMap(text -> in.definitions.statements(text.text("sval")).stream())
                .toList();
    }

    private static List<Field> statement(Node statement, Scope scope, Analysis inner) {
        return switch (statement.type()) {
            case "SelectStmt" -> {
                inner.findings.act(Effect.READ);
                yield inner.queries.of(statement, scope).fields();
            }
            case "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" -> inner.writes.of(statement, scope);
            case "ReturnStmt" ->
                List.of(new Field(
                        "return",
                        inner.expressions.of(statement.node("returnval").orElseThrow(), scope)));
            default -> {
                inner.findings.problem(
                        "A function that this calls does more than query and change tables. " + "Leave it out.");
                statement.readAll();
                yield List.of();
            }
        };
    }
}
