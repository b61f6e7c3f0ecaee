package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.analysis.Carried.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JOIN in all its forms. Columns named in USING, or common to both sides of NATURAL, become one.
final class Joins {
    private final Analysis in;
    private final FromClause from;

    Joins(Analysis in, FromClause from) {
        this.in = in;
        this.from = from;
    }

    Joined of(Node join, Scope scope, Joined beside) {
        var left = from.item(join.node("larg").orElseThrow(), scope, beside);
        var right = from.item(join.node("rarg").orElseThrow(), scope, beside.and(left));
        String type = join.text("jointype");
        var both = left.and(right);
        var names = common(join, left, right);
        var restriction = Restriction.NONE;
        Joined joined = both;
        if (!names.isEmpty()) {
            joined = merged(left, right, names, type);
            restriction = using(left, right, names);
        }
        var condition = join.node("quals");
        if (condition.isPresent()) {
            restriction = restriction.and(in.tests.condition(condition.get(), scope.with(both)));
        }
        in.findings.filters().apply(valid(restriction, type, left, right));
        return aliased(join, joined, names.size());
    }

    /// Rows of the side that an outer join keeps are not restricted by its condition, and rows of queries around this
    /// one are not by any.
    private static Restriction valid(Restriction restriction, String type, Joined left, Joined right) {
        return switch (type) {
            case "JOIN_INNER" -> restriction.only(instances(left.and(right))::contains);
            case "JOIN_LEFT" -> restriction.only(instances(right)::contains);
            case "JOIN_RIGHT" -> restriction.only(instances(left)::contains);
            default -> Restriction.NONE;
        };
    }

    private static Set<Integer> instances(Joined side) {
        var all = new HashSet<Integer>();
        side.ranges()
                .forEach(range -> range.fields()
                        .forEach(field -> all.addAll(field.carried().instances())));
        side.fields().forEach(field -> all.addAll(field.carried().instances()));
        return all;
    }

    private static List<String> common(Node join, Joined left, Joined right) {
        if (!join.flag("isNatural")) {
            return join.names("usingClause");
        }
        return left.fields().stream()
                .map(Field::name)
                .filter(name ->
                        right.fields().stream().anyMatch(field -> field.name().equals(name)))
                .toList();
    }

    private Joined merged(Joined left, Joined right, List<String> names, String type) {
        var fields = new ArrayList<Field>();
        for (String name : names) {
            var l = field(left, name);
            var r = field(right, name);
            fields.add(
                    switch (type) {
                        case "JOIN_INNER", "JOIN_LEFT" -> kept(l, r);
                        case "JOIN_RIGHT" -> kept(r, l);
                        default -> new Field(name, l.carried().or(r.carried()));
                    });
        }
        left.fields().stream().filter(field -> !names.contains(field.name())).forEach(fields::add);
        right.fields().stream().filter(field -> !names.contains(field.name())).forEach(fields::add);
        return new Joined(left.and(right).ranges(), fields);
    }

    /// The column of one side; where the other side's has another type, it is converted.
    private Field kept(Field field, Field other) {
        return type(field).equals(type(other))
                ? field
                : new Field(field.name(), field.carried().converted());
    }

    private Optional<Integer> type(Field field) {
        return field.carried().origins().stream()
                .findFirst()
                .flatMap(origin -> in.catalogue.relation(origin.tableOid()))
                .flatMap(relation -> relation.columns().stream()
                        .filter(column -> column.number()
                                == field.carried().origins().getFirst().attribute())
                        .findFirst())
                .map(column -> column.type());
    }

    private Restriction using(Joined left, Joined right, List<String> names) {
        in.expressions.operators().check("", "=");
        var all = Restriction.NONE;
        for (String name : names) {
            var l = field(left, name).carried();
            var r = field(right, name).carried();
            in.tests.compare(l, r, true);
            all = all.and(in.tests.restriction("=", l, r));
        }
        return all;
    }

    private Field field(Joined side, String name) {
        var found = side.fields().stream()
                .filter(field -> field.name().equals(name))
                .toList();
        if (found.size() != 1) {
            in.findings.problem("The column \"" + name + "\" in USING is not known, or not unique.");
        }
        return found.isEmpty() ? new Field(name, new Carried(List.of(), Form.COMPUTED, Set.of())) : found.getFirst();
    }

    private static Joined aliased(Node join, Joined joined, int merged) {
        join.ignore("rtindex");
        Optional<Node> using = join.node("join_using_alias");
        Joined with = joined;
        if (using.isPresent()) {
            var range = Range.of(using.get().text("aliasname"), joined.fields().subList(0, merged));
            with = new Joined(Joined.concat(joined.ranges(), List.of(range)), joined.fields());
        }
        @Nullable Node alias = join.node("alias").orElse(null);
        return alias == null ? with : Joined.of(FromClause.aliased(Range.of("", with.fields()), join));
    }
}
