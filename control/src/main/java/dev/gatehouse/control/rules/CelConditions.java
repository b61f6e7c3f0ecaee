package dev.gatehouse.control.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.gatehouse.policy.Condition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compiles the `when` of rules: Common Expression Language with its standard macros, type-checked against the facts of
/// the contract. `matches` is RE2 (linear time) and finds a part, as the CEL specification says. Thread-safe.
///
/// Limits: a text of [#MOST_CHARACTERS], nesting of [#MOST_DEPTH], and [#MOST_ITERATIONS] steps of macros such as
/// `exists` in one evaluation; beyond the last the evaluation throws, and the rule denies.
public final class CelConditions {
    public static final int MOST_CHARACTERS = 4_000;
    public static final int MOST_DEPTH = 50;
    public static final int MOST_ITERATIONS = 100_000;
    private static final int MOST_REGEX = 2_000;

    private static final Pattern UNKNOWN =
            Pattern.compile("(?:undefined field|undeclared reference to) '([^']*)'.*", Pattern.DOTALL);

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    public CelConditions() {
        var options = CelOptions.current()
                .maxExpressionCodePointSize(MOST_CHARACTERS)
                .maxParseRecursionDepth(MOST_DEPTH)
                .comprehensionMaxIterations(MOST_ITERATIONS)
                .maxRegexProgramSize(MOST_REGEX)
                .enableRegexPartialMatch(true)
                .enableHeterogeneousNumericComparisons(true)
                .build();
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new FactTypes())
                .setResultType(SimpleType.BOOL);
        FactTypes.VARIABLES.forEach(builder::addVar);
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(options).build();
    }

    /// What came of a text.
    public sealed interface Outcome {}

    public record Compiled(Condition condition) implements Outcome {}

    /// @param problems at least one, in the order of the text
    public record Invalid(List<Problem> problems) implements Outcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /// @param line within the text, from one
    /// @param column within the line, from one
    /// @param unknown the name that is not known, if that is the problem
    /// @param known what might have been meant
    public record Problem(String message, int line, int column, Optional<String> unknown, List<String> known) {
        public Problem {
            known = List.copyOf(known);
        }
    }

    /// Never throws for what the text says.
    public Outcome compile(String text) {
        var result = compiler.compile(text);
        if (result.hasError()) {
            return new Invalid(
                    result.getErrors().stream().map(CelConditions::problem).toList());
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            var review = ConditionReview.of(tree);
            return review.problems().isEmpty()
                    ? new Compiled(new CelCondition(runtime.createProgram(tree), review.names()))
                    : new Invalid(review.problems());
        } catch (CelValidationException | CelEvaluationException refused) {
            return new Invalid(
                    List.of(new Problem("this condition cannot be used", 1, 1, Optional.empty(), List.of())));
        }
    }

    private static Problem problem(CelIssue issue) {
        var location = issue.getSourceLocation();
        var unknown = UNKNOWN.matcher(issue.getMessage());
        int line = Math.max(1, location.getLine());
        int column = Math.max(0, location.getColumn()) + 1;
        if (!unknown.matches()) {
            return new Problem(issue.getMessage(), line, column, Optional.empty(), List.of());
        }
        var name = unknown.group(1);
        boolean field = issue.getMessage().startsWith("undefined field");
        return new Problem(
                "a condition knows no " + (field ? "field" : "name") + " `" + name + "`",
                line,
                column,
                Optional.of(name),
                FactTypes.names());
    }
}
