package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// WITH: queries with names. One that only reads is looked at anew at each use, so that the conditions around each use
/// count for it; one that writes is looked at once, where it is defined.
final class Ctes {
    private static final int MOST_ROUNDS = 20;

    private final Analysis in;

    Ctes(Analysis in) {
        this.in = in;
    }

    /// The definitions of a WITH clause, and the scope in which they are in sight.
    record Defined(List<Cte> ctes, Scope scope) {}

    Defined define(Optional<Node> clause, Scope scope) {
        if (clause.isEmpty()) {
            return new Defined(List.of(), scope);
        }
        boolean recursive = clause.get().flag("recursive");
        var ctes = new ArrayList<Cte>();
        Scope with = scope;
        for (Node definition : clause.get().list("ctes")) {
            var cte = cte(definition, recursive);
            Scope inner = recursive ? with.with(cte) : with;
            cte.defineIn(inner);
            if (!cte.query().is("SelectStmt")) {
                cte.fix(FromClause.renamed(written(cte, inner), cte.columnNames()));
            }
            ctes.add(cte);
            with = with.with(cte);
        }
        return new Defined(ctes, with);
    }

    private static Cte cte(Node definition, boolean recursive) {
        definition.ignore("ctematerialized");
        return new Cte(
                definition.text("ctename"),
                definition.node("ctequery").orElseThrow(),
                definition.names("aliascolnames"),
                recursive,
                added(definition),
                definition
                        .node("cycle_clause")
                        .map(cycle -> cycle.names("cycle_col_list"))
                        .orElse(List.of()));
    }

    /// The columns that SEARCH and CYCLE add: the path and the order are made of the rows themselves.
    private static List<String> added(Node definition) {
        var names = new ArrayList<String>();
        definition.node("search_clause").ifPresent(search -> {
            names.add(search.text("search_seq_column"));
            search.readAll();
        });
        definition.node("cycle_clause").ifPresent(cycle -> {
            names.add(cycle.text("cycle_mark_column"));
            names.add(cycle.text("cycle_path_column"));
            cycle.readAll();
        });
        return names;
    }

    private static List<Field> with(List<Field> fields, List<String> added) {
        if (added.isEmpty()) {
            return fields;
        }
        var everything =
                Carried.of(fields.stream().map(Field::carried).toList()).computed();
        var all = new ArrayList<>(fields);
        added.forEach(name -> all.add(new Field(name, everything)));
        return all;
    }

    private List<Field> written(Cte cte, Scope scope) {
        cte.use();
        var fields = in.writes.of(cte.query(), scope);
        int rows = in.findings.filters().instance();
        var from = new HashSet<Integer>();
        fields.forEach(field -> from.addAll(field.carried().instances()));
        in.findings.filters().apply(Restriction.oneWay(from, Set.of(rows)));
        return fields.stream()
                .map(field -> new Field(field.name(), field.carried().at(Set.of(rows))))
                .toList();
    }

    /// Looks at those that no part of the query used.
    void finish(Defined defined) {
        for (Cte cte : defined.ctes()) {
            if (!cte.used()) {
                fields(cte);
            }
        }
    }

    List<Field> fields(Cte cte) {
        cte.use();
        if (cte.fixed().isPresent()) {
            return cte.fixed().get();
        }
        if (cte.open()) {
            in.findings.problem("The WITH query \"" + cte.name() + "\" uses itself in a way that is not understood.");
            return List.of();
        }
        cte.open(true);
        var fields = cte.mayRecurse() && isUnion(cte.query())
                ? recursive(cte)
                : in.queries.of(cte.query(), cte.definedIn()).fields();
        cte.open(false);
        var named = FromClause.renamed(fields, cte.columnNames());
        // Whether a row was there before ends the query, so a chosen row would be compared with a stored one.
        named.stream()
                .filter(field -> cte.compared().contains(field.name()))
                .forEach(field -> in.findings.tell(field.carried(), Form.OTHER));
        return with(named, cte.added());
    }

    private static boolean isUnion(Node query) {
        return query.text("op").equals("SETOP_UNION");
    }

    /// What a recursive query's columns carry: first what its first part says, then with that as what it finds of
    /// itself, until nothing is added.
    private List<Field> recursive(Cte cte) {
        var first = in.queries
                .of(cte.query().node("larg").orElseThrow(), cte.definedIn())
                .fields();
        var known = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            cte.fix(FromClause.renamed(computed(known), cte.columnNames()));
            var next = in.queries.of(cte.query(), cte.definedIn()).fields();
            if (origins(next).equals(origins(known))) {
                cte.fix(null);
                return computed(next);
            }
            known = next;
        }
        cte.fix(null);
        in.findings.problem("The recursive query \"" + cte.name() + "\" is too tangled to follow.");
        return computed(known);
    }

    private static List<Field> computed(List<Field> fields) {
        return fields.stream()
                .map(field -> new Field(field.name(), field.carried().computed()))
                .toList();
    }

    private static List<Set<Origin>> origins(List<Field> fields) {
        return fields.stream()
                .map(field -> (Set<Origin>) new HashSet<>(field.carried().origins()))
                .toList();
    }
}
