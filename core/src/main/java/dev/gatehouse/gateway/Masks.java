package dev.gatehouse.gateway;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Predicate;
import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.stream.Stream;

/// Which mask each column of an operation's answer gets.
final class Masks {
    private Masks() {}

    static List<List<ColumnMask>> of(Operation operation, Principal principal, Connection connection, InForce inForce) {
        var rules = inForce.masks();
        return switch (operation) {
            case Operation.Own _ -> List.of();
            case Operation.HttpCall call ->
                call.outputs().stream()
                        .map(fields -> fields.stream()
                                .map(field -> field(field, principal, connection, inForce))
                                .toList())
                        .toList();
            case Operation.Statement statement ->
                statement.outputs().stream()
                        .map(columns -> of(columns, principal, connection, rules))
                        .toList();
        };
    }

    /// Whether the operation touches any value that this principal may not see in clear.
    static boolean hideWords(Operation operation, Principal principal, Connection connection, MaskRules rules) {
        return switch (operation) {
            case Operation.HttpCall _, Operation.Own _ -> false;
            case Operation.Statement statement ->
                Stream.concat(
                                statement.facts().predicates().stream().map(Predicate::category),
                                statement.outputs().stream()
                                        .flatMap(List::stream)
                                        .flatMap(column -> column.categories().stream()))
                        .distinct()
                        .anyMatch(category -> rules.of(principal, connection, category) != Method.CLEAR);
        };
    }

    /// Which fields an HTTP answer will have is not known when the call is decided. So a purpose that does not cover a
    /// category hides its values, where a statement that reads them is refused.
    private static ColumnMask field(OutputColumn field, Principal principal, Connection connection, InForce inForce) {
        boolean covered = field.categories().stream()
                .allMatch(category -> inForce.policy().covers(principal.purpose(), category));
        return covered
                ? inForce.masks().of(principal, connection, field)
                : new ColumnMask(field.name(), field.categories(), Method.REDACT, false, field.subject());
    }

    private static List<ColumnMask> of(
            List<OutputColumn> columns, Principal principal, Connection connection, MaskRules rules) {
        return columns.stream()
                .map(column -> rules.of(principal, connection, column))
                .toList();
    }
}
