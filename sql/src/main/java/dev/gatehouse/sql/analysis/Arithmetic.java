package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Which arithmetic on a stored value tells nothing of it besides its result: such as no value that anybody stores
/// could make fail. An overflow that a chosen constant brings about would be a comparison.
final class Arithmetic {
    private static final int INT4 = 23;
    private static final int INT8 = 20;
    private static final int FLOAT8 = 701;
    private static final int NUMERIC = 1700;
    private static final int DATE = 1082;
    private static final Set<Integer> MOMENTS = Set.of(DATE, 1114, 1184);
    private static final Set<String> NOW = Set.of("now", "transaction_timestamp", "statement_timestamp");

    private static final BigDecimal SMALL = new BigDecimal("1000");
    private static final BigDecimal LARGE = new BigDecimal("1000000");
    private static final BigDecimal TINY = new BigDecimal("0.000001");
    /// A span of time of a few thousand years at most.
    private static final Pattern SPAN = Pattern.compile(
            "[-+]?[0-9]{1,4} ?(?:years?|y|months?|mons?|weeks?|w|days?|d|hours?|h|minutes?|mins?|seconds?|secs?)");

    private final Analysis in;

    Arithmetic(Analysis in) {
        this.in = in;
    }

    /// Whether `left name right`, one a stored value as it is and the other a constant, never fails.
    boolean total(String name, Node left, Node right, Carried l, Carried r) {
        if (l.form() == Carried.Form.PLAIN) {
            return type(l).stream().anyMatch(type -> column(type, name, right));
        }
        if (r.form() != Carried.Form.PLAIN) {
            return false;
        }
        int type = type(r).orElse(0);
        return switch (name) {
            case "+", "*" -> column(type, name, left);
            // What is left of a constant: like the sum, but for the sign.
            case "-" -> MOMENTS.contains(type) ? isNow(left) : column(type, name, left);
            default -> false;
        };
    }

    private boolean column(int type, String name, Node constant) {
        if (MOMENTS.contains(type)) {
            return moment(type, name, constant);
        }
        var number = number(constant).filter(found -> found.abs().compareTo(LARGE) <= 0);
        if (number.isEmpty()) {
            return false;
        }
        var value = number.get();
        boolean whole = constant.has("ival");
        return switch (name) {
            case "+", "-" ->
                numbers(type)
                        && (type != INT4 && type != INT8
                                || !whole
                                || value.abs().compareTo(SMALL) <= 0);
            case "*" ->
                numbers(type) && (type == INT8 ? !whole || value.compareTo(SMALL) <= 0 : type != INT4 || !whole);
            case "/", "%" -> numbers(type) && value.compareTo(TINY) >= 0;
            default -> false;
        };
    }

    private static boolean numbers(int type) {
        return type == INT4 || type == INT8 || type == NUMERIC || type == FLOAT8;
    }

    private boolean moment(int type, String name, Node other) {
        if (!name.equals("+") && !name.equals("-")) {
            return false;
        }
        if (name.equals("-") && isNow(other)) {
            return true;
        }
        if (type == DATE && other.is("A_Const") && other.has("ival")) {
            return number(other).filter(days -> days.compareTo(LARGE) <= 0).isPresent();
        }
        return isSpan(other);
    }

    /// `interval '1 year'`, `'1 year'::interval`
    private static boolean isSpan(Node node) {
        return node.is("TypeCast")
                && node.node("typeName")
                        .filter(type -> type.names("names").getLast().equals("interval") && !type.has("arrayBounds"))
                        .isPresent()
                && node.node("arg")
                        .filter(text -> text.is("A_Const"))
                        .flatMap(text -> text.node("sval"))
                        .filter(text -> SPAN.matcher(text.text("sval")).matches())
                        .isPresent();
    }

    private boolean isNow(Node node) {
        return node.is("SQLValueFunction")
                || node.is("FuncCall")
                        && node.list("args").isEmpty()
                        && NOW.contains(node.names("funcname").getLast())
                        && in.names.builtInFunction("", node.names("funcname").getLast());
    }

    private static Optional<BigDecimal> number(Node constant) {
        if (!constant.is("A_Const")) {
            return Optional.empty();
        }
        return constant.node("ival")
                .map(whole -> BigDecimal.valueOf(whole.number("ival")))
                .or(() -> constant.node("fval")
                        .map(text -> text.text("fval"))
                        .filter(text ->
                                text.length() <= 20 && text.matches("[0-9]*\\.?[0-9]*") && text.matches(".*[0-9].*"))
                        .map(BigDecimal::new));
    }

    /// The type of a stored value as it is.
    private OptionalInt type(Carried plain) {
        var origin = plain.origins().getFirst();
        return in.names.relation(origin.tableOid()).stream()
                .flatMap(relation -> relation.columns().stream())
                .filter(column -> column.number() == origin.attribute())
                .mapToInt(Relation.Column::type)
                .findFirst();
    }
}
