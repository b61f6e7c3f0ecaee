package dev.gatehouse.server;

import dev.gatehouse.api.Explanation;
import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Decision;
import java.util.List;
import java.util.function.Function;

/// Tells a decision that was not acted on, for the API.
final class DryExplanation {
    private DryExplanation() {}

    static Explanation of(Decision decision, Operation.Statement statement, Function<OutputColumn, ColumnMask> masks) {
        return new Explanation(
                decision.word(),
                decision.verdicts().stream()
                        .map(verdict -> new Explanation.Vote(
                                verdict.rule(), verdict.vote().word(), verdict.shadow(), verdict.because()))
                        .toList(),
                meaning(statement.facts()),
                statement.outputs().stream()
                        .flatMap(List::stream)
                        .map(output -> column(output, masks.apply(output)))
                        .toList());
    }

    private static Explanation.Meaning meaning(SqlFacts sql) {
        return new Explanation.Meaning(
                sql.effect().word(),
                sql.kinds().stream().sorted().toList(),
                sql.filtered(),
                sql.relations().stream().sorted().toList(),
                sql.functions().stream().sorted().toList(),
                uses(sql.reads()),
                uses(sql.writes()),
                sql.problems());
    }

    private static List<Explanation.Use> uses(List<ColumnUse> uses) {
        return uses.stream()
                .distinct()
                .map(use -> new Explanation.Use(
                        use.column().toString(),
                        use.category().name(),
                        use.category().personal(),
                        use.role().word()))
                .toList();
    }

    private static OperationRecord.Column column(OutputColumn output, ColumnMask mask) {
        return new OperationRecord.Column(
                output.name(),
                output.sources().stream().map(ColumnName::toString).toList(),
                output.categories().stream().map(Category::name).sorted().toList(),
                mask.scan() ? "scan" : mask.method().word());
    }
}
