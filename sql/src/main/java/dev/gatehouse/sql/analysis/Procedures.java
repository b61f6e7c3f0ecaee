package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.catalogue.Function;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;

/// CALL. A procedure written in SQL is read as if its body stood in its place; one in another language, or that returns
/// something, is not understood.
final class Procedures {
    private final Analysis in;

    Procedures(Analysis in) {
        this.in = in;
    }

    Optional<List<OutputColumn>> of(Node statement) {
        in.findings.act("call", Effect.READ);
        Node call = statement.node("funccall").orElseThrow();
        var candidates = in.routines.candidates(call);
        call.ignore("funcformat", "func_variadic");
        var arguments = call.list("args").stream()
                .map(argument -> in.expressions.of(argument, Scope.empty()))
                .toList();
        if (candidates.size() != 1 || !readable(candidates.getFirst())) {
            in.findings.problem("A procedure cannot be looked into unless it is written in SQL and returns nothing. "
                    + "Send its statements themselves.");
            return Optional.empty();
        }
        in.routines.run(candidates.getFirst(), call, arguments);
        return Optional.empty();
    }

    private static boolean readable(Function procedure) {
        return procedure.kind() == 'p'
                && !procedure.definition().isEmpty()
                && procedure.columns().isEmpty();
    }
}
