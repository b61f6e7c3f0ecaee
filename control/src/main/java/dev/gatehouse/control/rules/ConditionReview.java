package dev.gatehouse.control.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.gatehouse.control.rules.CelConditions.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks over a type-checked condition once more: words that a fact never says, regular expressions that are none,
/// names
/// of facts given to something else, and ways around the type checker.
final class ConditionReview {
    private static final String EQUALS = "_==_";
    private static final String DIFFERS = "_!=_";
    private static final String IN = "@in";

    private final CelAbstractSyntaxTree tree;
    private final Set<String> names = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private ConditionReview(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static ConditionReview of(CelAbstractSyntaxTree tree) {
        var review = new ConditionReview(tree);
        CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> review.look(node.expr()));
        return review;
    }

    /// The variables that the condition names.
    Set<String> names() {
        return names;
    }

    List<Problem> problems() {
        return problems;
    }

    private void look(CelExpr expr) {
        switch (expr.getKind()) {
            case IDENT -> {
                if (FactTypes.VARIABLES.containsKey(expr.ident().name())) {
                    names.add(expr.ident().name());
                }
            }
            case CALL -> call(expr);
            case STRUCT -> problem(expr, "facts cannot be made in a condition");
            case COMPREHENSION -> {
                notShadowing(expr, expr.comprehension().iterVar());
                notShadowing(expr, expr.comprehension().iterVar2());
            }
            case SELECT, CONSTANT, LIST, MAP, NOT_SET -> {}
        }
    }

    private void notShadowing(CelExpr expr, String variable) {
        if (FactTypes.VARIABLES.containsKey(variable)) {
            problem(expr, "`" + variable + "` is the name of facts; choose another name here");
        }
    }

    private void call(CelExpr expr) {
        var call = expr.call();
        switch (call.function()) {
            case EQUALS, DIFFERS, IN -> {
                words(call.args().get(0), call.args().get(1));
                words(call.args().get(1), call.args().get(0));
            }
            case "matches" -> call.args().forEach(this::regex);
            case "dyn" -> problem(expr, "`dyn` would switch the type check off; leave it out");
            default -> {}
        }
    }

    /// A fact compared with a word that it never says would make a rule that never matches, unnoticed.
    private void words(CelExpr fact, CelExpr written) {
        var said = saying(fact);
        if (said.isEmpty()) {
            return;
        }
        if (written.getKind() == Kind.LIST) {
            written.list().elements().forEach(element -> word(said, element));
        } else {
            word(said, written);
        }
    }

    private void word(List<String> said, CelExpr written) {
        text(written)
                .filter(text -> !said.contains(text))
                .ifPresent(text -> problems.add(new Problem(
                        "this is never `" + text + "`, only one of " + String.join(", ", said),
                        line(written),
                        column(written),
                        Optional.of(text),
                        said)));
    }

    private List<String> saying(CelExpr fact) {
        if (fact.getKind() != Kind.SELECT) {
            return List.of();
        }
        return tree.getType(fact.select().operand().id())
                .map(CelType::name)
                .flatMap(FactTypes::group)
                .flatMap(group -> group.field(fact.select().field()).map(FactField::words))
                .orElse(List.of());
    }

    private void regex(CelExpr argument) {
        text(argument).ifPresent(text -> {
            try {
                var _ = Pattern.compile(text);
            } catch (PatternSyntaxException malformed) {
                problem(argument, "this regular expression cannot be read: " + malformed.getDescription());
            }
        });
    }

    private static Optional<String> text(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }

    private void problem(CelExpr expr, String message) {
        problems.add(new Problem(message, line(expr), column(expr), Optional.empty(), List.of()));
    }

    private int line(CelExpr expr) {
        return location(expr).map(location -> location.getLine()).orElse(1);
    }

    private int column(CelExpr expr) {
        return location(expr).map(location -> location.getColumn() + 1).orElse(1);
    }

    private Optional<dev.cel.common.CelSourceLocation> location(CelExpr expr) {
        return Optional.ofNullable(tree.getSource().getPositionsMap().get(expr.id()))
                .flatMap(tree.getSource()::getOffsetLocation);
    }
}
