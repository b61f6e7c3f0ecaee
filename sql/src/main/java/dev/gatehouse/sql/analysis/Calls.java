package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.analysis.FunctionList.Group;
import dev.gatehouse.sql.analysis.FunctionList.Rule;
import dev.gatehouse.sql.catalogue.Function;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Calls of functions and aggregates: only listed ones, and only where the name surely means PostgreSQL's own.
final class Calls {
    /// Functions that keep equal rows together, so that comparing their result still narrows rows down.
    private static final Set<String> FOLDING = Set.of("date", "date_trunc", "date_part", "extract");
    /// Functions that lose so little of a text that comparing their result is one guess like any other.
    private static final Set<String> SPELLING = Set.of("lower", "upper", "btrim", "ltrim", "rtrim");

    /// Functions whose result the session can choose without writing it down in the statement.
    private static final Set<String> SETTINGS =
            Set.of("current_setting", "current_query", "current_schema", "current_schemas", "to_char");

    /// Functions whose result is NULL where nothing is found.
    private static final Set<String> SPARSE = Set.of(
            "array_dims",
            "array_length",
            "array_lower",
            "array_position",
            "array_upper",
            "json_extract_path",
            "json_extract_path_text",
            "json_object_field",
            "json_object_field_text",
            "jsonb_extract_path",
            "jsonb_extract_path_text",
            "jsonb_object_field",
            "jsonb_object_field_text",
            "lag",
            "lead",
            "nth_value",
            "substring");

    private final Analysis in;
    private int aggregates;

    Calls(Analysis in) {
        this.in = in;
    }

    /// How many aggregates were met so far.
    int aggregates() {
        return aggregates;
    }

    void aggregate() {
        aggregates++;
    }

    Carried of(Node call, Scope scope) {
        var candidates = in.routines.candidates(call);
        if (!candidates.isEmpty()) {
            return anyOf(candidates, call, scope);
        }
        var field = attribute(call, scope);
        if (field.isPresent()) {
            return field.get();
        }
        if (in.settings.sets(call)) {
            return in.settings.of(call, scope);
        }
        var rule = rule(call);
        String name = call.names("funcname").getLast();
        var arguments = call.list("args").stream()
                .map(argument -> in.expressions.of(argument, scope))
                .toList();
        var ordered = around(call, scope);
        var known = rule.map(found -> result(found, name, call, arguments)).orElse(Carried.NOTHING);
        var named = known.constant() && SETTINGS.contains(name) ? Carried.SETTING : known;
        var result = sparse(name, call) ? named.dispersed() : named;
        // What an aggregate puts in order it may return, as percentile_disc does.
        return ordered.sensitive() && !result.origins().isEmpty() || call.flag("agg_within_group")
                ? result.and(ordered).computed()
                : result;
    }

    private Carried anyOf(List<Function> candidates, Node call, Scope scope) {
        call.ignore("funcformat", "agg_star", "agg_distinct");
        var arguments = call.list("args").stream()
                .map(argument -> in.expressions.of(argument, scope))
                .toList();
        var ordered = around(call, scope);
        var result = in.routines.value(candidates, call, arguments).and(ordered);
        String name = call.names("funcname").getLast();
        return in.routines
                .besides(call, candidates)
                .map(rule -> result(rule, name, call, arguments).and(result))
                .orElse(result)
                .computed();
    }

    /// Whether the result can be NULL although nothing that went in was.
    private static boolean sparse(String name, Node call) {
        boolean places = name.equals("substring")
                && call.list("args").stream().skip(1).allMatch(place -> place.is("A_Const") && place.has("ival"));
        return SPARSE.contains(name) && !places;
    }

    /// `column(row)` is another way to write `row.column`.
    private Optional<Carried> attribute(Node call, Scope scope) {
        var names = call.names("funcname");
        var arguments = call.list("args");
        if (names.size() != 1
                || arguments.size() != 1
                || FunctionList.LIST.of(names.getFirst()).isPresent()) {
            return Optional.empty();
        }
        var field = in.columns.row(arguments.getFirst(), scope).stream()
                .flatMap(range -> range.fields().stream())
                .filter(candidate -> candidate.name().equals(names.getFirst()))
                .findFirst();
        field.ifPresent(found -> {
            call.ignore("funcformat");
            arguments.getFirst().readAll();
        });
        return field.map(found -> found.carried().converted());
    }

    /// The rule for the function that a call names; without one the statement is not understood.
    Optional<Rule> rule(Node call) {
        var names = call.names("funcname");
        call.ignore("funcformat", "func_variadic", "agg_star", "agg_distinct", "agg_within_group");
        String name = names.getLast();
        String schema = names.size() > 1 ? names.get(names.size() - 2) : "";
        var rule = FunctionList.LIST.of(name).filter(found -> ours(found, schema, name));
        in.findings.function((schema.isEmpty() ? in.names.functionSchema(name) : schema) + "." + name);
        if (rule.isEmpty()) {
            in.findings.problem("The function " + String.join(".", names)
                    + " is not on the list of functions whose effect is known. Leave it out.");
        }
        return rule;
    }

    private boolean ours(Rule rule, String schema, String name) {
        return rule.group() == Group.INFORMATION_SCHEMA || name.equals("_pg_expandarray")
                ? schema.equals("information_schema")
                : in.names.builtInFunction(schema, name);
    }

    private Carried result(Rule rule, String name, Node call, List<Carried> arguments) {
        var all = Carried.of(arguments);
        return switch (rule.group()) {
            case TOTAL, INFORMATION_SCHEMA -> total(name, arguments, all);
            case SUBJECT -> {
                arguments.stream().skip(1).forEach(argument -> in.findings.tell(argument, Form.OTHER));
                yield total(name, arguments, all);
            }
            case SELECTED -> {
                arguments.stream()
                        .limit(Math.max(0, arguments.size() - 1))
                        .forEach(argument -> in.findings.tell(argument, Form.OTHER));
                yield total(name, arguments, all);
            }
            case PARTIAL, CATALOGUE, CONSTANT -> {
                in.findings.tell(all, Form.OTHER);
                yield all;
            }
            case VOLATILE -> {
                in.findings.tell(all, Form.OTHER);
                yield all.computed();
            }
            case SET -> {
                // How many rows come out tells about what went in.
                if (!(arguments.size() == 1 && fixedLength(call, arguments.getFirst()))) {
                    in.findings.tell(all, Form.OTHER);
                }
                yield all.computed();
            }
            case COUNTING -> {
                aggregates++;
                arguments.forEach(call.flag("agg_distinct") ? in.grouping::counted : in.tests::nothingButNull);
                yield Carried.NOTHING;
            }
            case AGGREGATE -> {
                aggregates++;
                yield all.computed();
            }
            case WRITE -> acting(all, Effect.WRITE);
            case ADMIN -> acting(all, Effect.ADMIN);
        };
    }

    /// Whether an array or document has as many elements as the statement, or the stored value itself, says.
    private static boolean fixedLength(Node call, Carried argument) {
        return argument.whole()
                || argument.constant()
                || call.list("args").getFirst().is("A_ArrayExpr");
    }

    private static Carried total(String name, List<Carried> arguments, Carried all) {
        var varying = folded(arguments);
        if (SPELLING.contains(name) && varying.whole()) {
            return varying.converted();
        }
        return FOLDING.contains(name) && varying.whole() ? all.folded(varying) : all;
    }

    /// The one argument that is not constant, if it is a whole value.
    private static Carried folded(List<Carried> arguments) {
        var varying =
                arguments.stream().filter(argument -> !argument.constant()).toList();
        return varying.size() == 1 && varying.getFirst().whole() ? varying.getFirst() : Carried.NOTHING;
    }

    private Carried acting(Carried arguments, Effect effect) {
        in.findings.act(effect);
        in.findings.tell(arguments, Form.OTHER);
        return arguments.computed();
    }

    /// FILTER, ORDER BY within an aggregate, and OVER.
    ///
    /// @return what is put in order
    private Carried around(Node call, Scope scope) {
        var ordered = in.grouping.order(call.list("agg_order"), scope);
        call.node("agg_filter").ifPresent(filter -> in.tests.condition(filter, scope));
        call.node("over").ifPresent(window -> in.grouping.window(window, scope));
        return ordered;
    }

    /// A function in FROM: what its columns carry.
    Carried inFrom(Rule rule, Node call, Scope scope) {
        String name = call.names("funcname").getLast();
        var arguments = new ArrayList<Carried>();
        call.list("args").forEach(argument -> arguments.add(in.expressions.of(argument, scope)));
        around(call, scope);
        var result = result(rule, name, call, arguments);
        in.findings.use(result, Role.SOURCE);
        return result;
    }
}
