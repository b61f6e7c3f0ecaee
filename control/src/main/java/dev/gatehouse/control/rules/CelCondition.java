package dev.gatehouse.control.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.gatehouse.model.Operation;
import dev.gatehouse.policy.Condition;
import dev.gatehouse.policy.Facts;
import java.util.Set;

/// A compiled condition. Thread-safe.
final class CelCondition implements Condition {
    private final CelRuntime.Program program;
    private final Set<String> names;

    /// @param names the variables that it names
    CelCondition(CelRuntime.Program program, Set<String> names) {
        this.program = program;
        this.names = Set.copyOf(names);
    }

    @Override
    public boolean holds(Facts facts) {
        if (!concerns(facts.operation())) {
            return false;
        }
        try {
            return (Boolean) program.eval(new Activation(facts));
        } catch (CelEvaluationException failed) {
            throw new IllegalStateException("a condition could not be evaluated", failed);
        }
    }

    /// What is said of SQL says nothing of other kinds of operation, and so on.
    private boolean concerns(Operation operation) {
        boolean sql = operation instanceof Operation.Statement;
        boolean http = operation instanceof Operation.HttpCall;
        return !names.contains("k8s") && (sql || !names.contains("sql")) && (http || !names.contains("http"));
    }

    @Override
    public boolean namesMintsCredential() {
        return names.contains("mintsCredential");
    }

    @Override
    public boolean looksAtTime() {
        return names.contains("now");
    }
}
