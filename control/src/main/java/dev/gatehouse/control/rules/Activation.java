package dev.gatehouse.control.rules;

import dev.cel.runtime.CelVariableResolver;
import dev.gatehouse.model.Operation;
import dev.gatehouse.policy.Facts;
import java.util.Optional;

/// The variables of one evaluation, looked up when the condition asks for them.
record Activation(Facts facts) implements CelVariableResolver {
    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "sql" -> sql();
            case "http" -> http();
            case "who" -> Optional.of(FactTypes.WHO.view(facts.who()));
            case "connection" -> Optional.of(FactTypes.CONNECTION.view(facts.connection()));
            case "purpose" -> Optional.of(facts.purpose().orElse(""));
            case "now" -> Optional.of(facts.now());
            case "sourceIp" -> Optional.of(facts.sourceIp());
            case "mintsCredential" -> Optional.of(facts.mintsCredential());
            default -> Optional.empty();
        };
    }

    private Optional<Object> sql() {
        return switch (facts.operation()) {
            case Operation.Statement statement -> Optional.of(FactTypes.SQL.view(statement.facts()));
            case Operation.HttpCall _, Operation.Own _ -> Optional.empty();
        };
    }

    private Optional<Object> http() {
        return switch (facts.operation()) {
            case Operation.HttpCall call -> Optional.of(FactTypes.HTTP.view(call.facts()));
            case Operation.Statement _, Operation.Own _ -> Optional.empty();
        };
    }
}
