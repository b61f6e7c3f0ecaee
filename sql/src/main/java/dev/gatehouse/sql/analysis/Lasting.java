package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.List;

/// Conditions that a definition leaves behind, to be tried on rows by later statements: of policies, triggers and
/// publications. Whether a row passes tells as much as a condition of WHERE does, so they are judged like one.
final class Lasting {
    private final Analysis in;

    Lasting(Analysis in) {
        this.in = in;
    }

    void of(Node statement) {
        switch (statement.type()) {
            case "CreatePolicyStmt", "AlterPolicyStmt" -> policy(statement);
            case "CreateTrigStmt" -> trigger(statement);
            case "CreatePublicationStmt", "AlterPublicationStmt" ->
                statement.list("pubobjects").stream()
                        .flatMap(object -> object.node("pubtable").stream())
                        .filter(table -> table.has("whereClause"))
                        .forEach(this::published);
            default -> {}
        }
    }

    private void policy(Node statement) {
        Node table = statement.node("table").orElseThrow();
        for (String part : List.of("qual", "with_check")) {
            statement.node(part).ifPresent(condition -> on(table, condition, false));
        }
    }

    private void trigger(Node statement) {
        Node table = statement.node("relation").orElseThrow();
        statement.node("whenClause").ifPresent(condition -> on(table, condition, true));
    }

    private void published(Node table) {
        on(table.node("relation").orElseThrow(), table.node("whereClause").orElseThrow(), false);
    }

    private void on(Node table, Node condition, boolean oldAndNew) {
        int mark = in.findings.filters().mark();
        in.tables.range(table).ifPresent(range -> {
            var level = oldAndNew
                    ? new Joined(List.of(Range.of("old", range.fields()), Range.of("new", range.fields())), List.of())
                    : Joined.of(range);
            in.tests.condition(condition, Scope.empty().with(level));
        });
        in.findings.filters().keptSince(mark);
    }
}
