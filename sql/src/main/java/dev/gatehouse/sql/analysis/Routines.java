package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.analysis.FunctionList.Group;
import dev.gatehouse.sql.analysis.FunctionList.Rule;
import dev.gatehouse.sql.catalogue.Function;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Functions that are not PostgreSQL's own. One written in SQL is read as if its body stood where it is called. Of
/// others it is only known what they are given: an immutable one carries that; a stable one may have looked at any
/// table besides, so its result is masked as free text; what a volatile one does cannot be told at all.
///
/// Which of several functions of one name is meant depends on types, so all that could be are taken together.
final class Routines {
    /// Volatile functions of PostgreSQL's extensions that only return a value of their own making.
    private static final Set<String> MAKING = Set.of(
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "gen_random_uuid",
            "gen_random_bytes",
            "gen_salt",
            "normal_rand");

    private final Analysis in;
    private final SqlBodies bodies;

    Routines(Analysis in) {
        this.in = in;
        this.bodies = new SqlBodies(in);
    }

    /// The functions that a call can mean besides PostgreSQL's own; none if one of those that is on no list could be.
    List<Function> candidates(Node call) {
        var names = call.names("funcname");
        String schema = names.size() > 1 ? names.get(names.size() - 2) : "";
        int given = call.list("args").size();
        boolean any = call.flag("func_variadic") || call.flag("agg_within_group");
        var found = in.names.functions(schema, names.getLast()).stream()
                .filter(function -> any || function.takes(given))
                .toList();
        boolean hidden = schema.isEmpty()
                && found.stream().anyMatch(Function::shadows)
                && listed(names.getLast()).isEmpty();
        return hidden ? List.of() : found;
    }

    /// PostgreSQL's own function that the call may mean too.
    Optional<Rule> besides(Node call, List<Function> candidates) {
        boolean shadows =
                call.names("funcname").size() == 1 && candidates.stream().anyMatch(Function::shadows);
        return shadows ? listed(call.names("funcname").getLast()) : Optional.empty();
    }

    private static Optional<Rule> listed(String name) {
        return FunctionList.LIST.of(name).filter(rule -> rule.group() != Group.INFORMATION_SCHEMA);
    }

    /// What the result of a call carries.
    Carried value(List<Function> candidates, Node call, List<Carried> arguments) {
        var parts = new ArrayList<Carried>();
        for (Function function : candidates) {
            fields(function, call, arguments).forEach(field -> parts.add(field.carried()));
        }
        return Carried.of(parts).computed();
    }

    /// What a procedure written in SQL reads and changes.
    void run(Function procedure, Node call, List<Carried> arguments) {
        in.findings.function(procedure.schema() + "." + procedure.name());
        bodies.of(procedure, call, arguments);
    }

    /// What the columns of the rows carry that a call in FROM returns.
    List<Field> rows(List<Function> candidates, Node call, List<Carried> arguments, String alias) {
        List<Field> all = List.of();
        for (Function function : candidates) {
            var fields = fields(function, call, arguments);
            var names = function.columns().isEmpty()
                    ? List.of(alias.isEmpty() ? function.name() : alias)
                    : function.columns();
            var rows = named(names, fields);
            all = all.isEmpty() ? rows : both(all, rows);
        }
        return all;
    }

    /// The columns by their names; where they are not one to one, each carries everything.
    private static List<Field> named(List<String> names, List<Field> fields) {
        var everything =
                Carried.of(fields.stream().map(Field::carried).toList()).computed();
        var rows = new ArrayList<Field>();
        for (int i = 0; i < names.size(); i++) {
            boolean fits = fields.size() == names.size();
            rows.add(new Field(names.get(i), fits ? varying(fields.get(i).carried()) : everything));
        }
        return rows;
    }

    private static Carried varying(Carried carried) {
        return carried.constant() ? carried.computed() : carried.converted();
    }

    private static List<Field> both(List<Field> first, List<Field> second) {
        var rows = new ArrayList<Field>();
        for (int i = 0; i < first.size(); i++) {
            var other = i < second.size() ? second.get(i).carried() : Carried.NOTHING;
            rows.add(new Field(
                    first.get(i).name(), first.get(i).carried().and(other).computed()));
        }
        return rows;
    }

    private List<Field> fields(Function function, Node call, List<Carried> arguments) {
        in.findings.function(function.schema() + "." + function.name());
        if (!function.definition().isEmpty() && function.kind() != 'p') {
            return bodies.of(function, call, arguments);
        }
        var given = Carried.of(arguments).computed();
        in.findings.tell(given, Form.OTHER);
        if (function.kind() == 'a') {
            in.calls.aggregate();
            return List.of(new Field(function.name(), given));
        }
        boolean making = function.extension() && MAKING.contains(function.name());
        if (function.kind() == 'p' || (function.volatility() == 'v' && !making)) {
            in.findings.problem("What the function " + function.schema() + "." + function.name()
                    + " does cannot be told from outside. Leave it out, or send its statements themselves.");
        }
        boolean pure = making || function.volatility() == 'i';
        return List.of(new Field(function.name(), pure ? given : given.and(anything(function))));
    }

    /// A value that may come from any table.
    private static Carried anything(Function function) {
        var source = new ColumnName(function.schema(), function.name() + "()", "result");
        return new Carried(
                List.of(new Origin(source, Category.FREE_TEXT, true, false, 0, 0)), Carried.Form.SPARSE, Set.of());
    }
}
