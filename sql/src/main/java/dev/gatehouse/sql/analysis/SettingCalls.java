package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `set_config` among other expressions: for a setting on which the meaning of no statement rests, with a value that
/// comes from no table.
final class SettingCalls {
    /// Names with a dot are anybody's own; of PostgreSQL's, those that drivers set in this way.
    private static final Set<String> HARMLESS = Set.of(
            "jit",
            "bytea_output",
            "datestyle",
            "intervalstyle",
            "timezone",
            "extra_float_digits",
            "application_name",
            "statement_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "work_mem",
            "enable_seqscan");

    private final Analysis in;

    SettingCalls(Analysis in) {
        this.in = in;
    }

    /// Whether a call sets such a setting.
    boolean sets(Node call) {
        var name = call.names("funcname");
        var arguments = call.list("args");
        return name.getLast().equals("set_config")
                && in.names.builtInFunction(name.size() > 1 ? name.getFirst() : "", "set_config")
                && arguments.size() == 3
                && arguments.getFirst().is("A_Const")
                && HARMLESS.contains(
                        SessionStatements.value(arguments.getFirst()).toLowerCase(Locale.ROOT));
    }

    /// What the call returns: the value.
    Carried of(Node call, Scope scope) {
        in.findings.act(Effect.SESSION);
        in.findings.function(Names.SYSTEM + ".set_config");
        call.ignore("funcformat");
        List<Carried> arguments = call.list("args").stream()
                .map(argument -> in.expressions.of(argument, scope))
                .toList();
        if (!arguments.stream().allMatch(Carried::constant)) {
            in.findings.problem("A setting would keep a value of a table. Leave set_config out.");
        }
        return Carried.of(arguments);
    }
}
