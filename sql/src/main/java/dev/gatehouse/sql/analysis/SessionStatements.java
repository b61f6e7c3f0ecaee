package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Statements that control a transaction or a session.
final class SessionStatements {
    /// Settings on which the meaning of later statements rests in a way that is not followed.
    private static final Set<String> FORBIDDEN = Set.of("session_replication_role");

    private final Analysis in;

    SessionStatements(Analysis in) {
        this.in = in;
    }

    /// @return empty if the statement is of another sort; otherwise its answer, if it has one
    Optional<Optional<List<OutputColumn>>> of(Node statement) {
        return switch (statement.type()) {
            case "TransactionStmt" -> transaction(statement);
            case "VariableSetStmt" -> set(statement);
            case "VariableShowStmt" -> Optional.of(Optional.of(show(statement)));
            case "DiscardStmt" -> discard(statement);
            case "ListenStmt", "UnlistenStmt", "ClosePortalStmt", "ConstraintsSetStmt" ->
                done(statement, Effect.SESSION);
            case "DeallocateStmt" -> deallocate(statement);
            case "NotifyStmt", "LockStmt" -> acting(statement);
            default -> Optional.empty();
        };
    }

    private Optional<Optional<List<OutputColumn>>> done(Node statement, Effect effect) {
        in.findings.act(Kinds.of(statement), effect);
        statement.readAll();
        return Optional.of(Optional.empty());
    }

    private Optional<Optional<List<OutputColumn>>> acting(Node statement) {
        statement.list("relations").forEach(in.tables::find);
        return done(statement, Effect.WRITE);
    }

    private Optional<Optional<List<OutputColumn>>> transaction(Node statement) {
        String kind = statement.text("kind");
        boolean twoPhase = kind.endsWith("PREPARED") || kind.equals("TRANS_STMT_PREPARE");
        return done(statement, twoPhase ? Effect.ADMIN : Effect.TRANSACTION);
    }

    private Optional<Optional<List<OutputColumn>>> discard(Node statement) {
        if (statement.text("target").equals("DISCARD_ALL")) {
            in.findings.change(new SessionChange.ResetAll());
        }
        return done(statement, Effect.SESSION);
    }

    private Optional<Optional<List<OutputColumn>>> deallocate(Node statement) {
        statement.ignore("name", "isall");
        in.findings.change(new SessionChange.Deallocated());
        return done(statement, Effect.SESSION);
    }

    private List<OutputColumn> show(Node statement) {
        in.findings.act("show", Effect.SESSION);
        String name = statement.text("name");
        var columns = name.equals("all") ? List.of("name", "setting", "description") : List.of(name);
        return columns.stream().map(OutputColumn::constant).toList();
    }

    private Optional<Optional<List<OutputColumn>>> set(Node statement) {
        String name = statement.text("name").toLowerCase(Locale.ROOT);
        String kind = statement.text("kind");
        var values =
                statement.list("args").stream().map(SessionStatements::value).toList();
        boolean local = statement.flag("is_local");
        boolean role = name.equals("role") || name.equals("session_authorization");
        in.findings.act(role ? "set role" : "set", role ? Effect.ADMIN : Effect.SESSION);
        switch (kind) {
            case "VAR_SET_VALUE" -> {
                check(name, values);
                in.findings.change(new SessionChange.Set(name, values, local));
            }
            case "VAR_SET_DEFAULT", "VAR_RESET" -> in.findings.change(new SessionChange.Reset(name));
            case "VAR_RESET_ALL" -> in.findings.change(new SessionChange.ResetAll());
            case "VAR_SET_MULTI" -> multiple(name);
            default -> in.findings.problem("SET " + name + " in this form is not understood. Write the value itself.");
        }
        statement.readAll();
        return Optional.of(Optional.empty());
    }

    /// SET TRANSACTION and SET SESSION CHARACTERISTICS concern transactions; the third kind takes a snapshot from
    /// another session, which is fine too.
    private void multiple(String name) {
        if (!Set.of("transaction", "session characteristics", "transaction snapshot")
                .contains(name)) {
            in.findings.problem("SET " + name + " is not understood.");
        }
    }

    /// `SELECT set_config('name', 'value', local)` and nothing else is a SET. So is what pg_dump sends to set only what
    /// the server knows: `SELECT set_config(name, 'value', local) FROM pg_settings WHERE name = 'name'`.
    Optional<List<OutputColumn>> setConfig(Node select) {
        var targets = select.list("targetList");
        if (targets.size() != 1 || select.has("withClause")) {
            return Optional.empty();
        }
        var call = targets.getFirst().node("val").filter(value -> value.is("FuncCall"));
        if (call.isEmpty()
                || !call.get().names("funcname").getLast().equals("set_config")
                || !in.names.builtInFunction(schema(call.get().names("funcname")), "set_config")) {
            return Optional.empty();
        }
        var arguments = new ArrayList<>(call.get().list("args"));
        if (arguments.size() == 3 && (select.has("fromClause") || select.has("whereClause"))) {
            var name = knownSetting(select, arguments.getFirst());
            if (name.isEmpty()) {
                return Optional.empty();
            }
            arguments.set(0, name.get());
        }
        if (isPathByParameter(arguments)) {
            return Optional.of(pathByParameter(select, call.get()));
        }
        if (arguments.size() != 3 || !arguments.stream().allMatch(argument -> argument.is("A_Const"))) {
            return Optional.empty();
        }
        call.get().readAll();
        select.ignore("limitOption", "op");
        in.findings.act("select", Effect.SESSION);
        in.findings.function(Names.SYSTEM + ".set_config");
        boolean local = arguments
                .get(2)
                .node("boolval")
                .map(flag -> flag.flag("boolval"))
                .orElse(false);
        setTo(value(arguments.get(0)).toLowerCase(Locale.ROOT), value(arguments.get(1)), local);
        return Optional.of(List.of(OutputColumn.constant(OutputNames.ofTarget(targets.getFirst()))));
    }

    /// `SELECT set_config('search_path', $1, false)`, as Flyway sends it.
    private static boolean isPathByParameter(List<Node> arguments) {
        return arguments.size() == 3
                && arguments.getFirst().is("A_Const")
                && value(arguments.getFirst()).equalsIgnoreCase("search_path")
                && arguments.get(1).is("ParamRef")
                && Set.of("A_Const", "ParamRef").contains(arguments.get(2).type());
    }

    /// What it becomes is not told by the text, so the session is asked afterwards.
    private List<OutputColumn> pathByParameter(Node select, Node call) {
        call.readAll();
        select.ignore("limitOption", "op");
        in.findings.act("select", Effect.SESSION);
        in.findings.function(Names.SYSTEM + ".set_config");
        in.findings.change(new SessionChange.Reset("search_path"));
        return List.of(OutputColumn.constant(
                OutputNames.ofTarget(select.list("targetList").getFirst())));
    }

    /// The constant that the column `name` of `pg_settings` is compared with, which leaves one row over. `argument` is
    /// that column or the same constant.
    private Optional<Node> knownSetting(Node select, Node argument) {
        var from = select.list("fromClause");
        var where = select.node("whereClause").filter(test -> test.is("A_Expr"));
        boolean equal = where.isPresent()
                && where.get().text("kind").equals("AEXPR_OP")
                && where.get().names("name").equals(List.of("="))
                && in.names.builtInOperator("", "=");
        if (from.size() != 1
                || !settings(from.getFirst())
                || !equal
                || !where.get().node("lexpr").filter(this::isName).isPresent()) {
            return Optional.empty();
        }
        var constant = where.get().node("rexpr").filter(node -> node.is("A_Const"));
        boolean same = constant.isPresent()
                && (isName(argument)
                        || argument.is("A_Const") && value(argument).equals(value(constant.get())));
        if (!same) {
            return Optional.empty();
        }
        from.getFirst().readAll();
        where.get().readAll();
        return constant;
    }

    /// `pg_settings`, or the function under it.
    private boolean settings(Node from) {
        if (from.has("alias")) {
            return false;
        }
        if (from.is("RangeVar")) {
            return from.text("relname").equals("pg_settings") && systemRelation(from.text("schemaname"), "pg_settings");
        }
        var functions = from.is("RangeFunction") && !from.flag("ordinality") && !from.has("coldeflist")
                ? from.list("functions")
                : List.<Node>of();
        return functions.size() == 1
                && functions.getFirst().list("items").getFirst().is("FuncCall")
                && isAllSettings(functions.getFirst().list("items").getFirst().names("funcname"));
    }

    private boolean isAllSettings(List<String> name) {
        return name.getLast().equals("pg_show_all_settings") && in.names.builtInFunction(schema(name), name.getLast());
    }

    private boolean systemRelation(String schema, String name) {
        return !in.names.temporary(schema, name)
                && (schema.equals(Names.SYSTEM)
                        || in.names
                                .relation(schema, name)
                                .filter(relation -> relation.schema().equals(Names.SYSTEM))
                                .isPresent());
    }

    private boolean isName(Node column) {
        return column.is("ColumnRef") && column.names("fields").equals(List.of("name"));
    }

    private void setTo(String name, String value, boolean local) {
        if (name.equals("role") || name.equals("session_authorization")) {
            in.findings.act("set role", Effect.ADMIN);
        }
        var values = name.equals("search_path") ? elements(value) : List.of(value);
        check(name, values);
        in.findings.change(new SessionChange.Set(name, values, local));
    }

    /// The elements of a `search_path` written as one text.
    private static List<String> elements(String path) {
        return java.util.Arrays.stream(path.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(element -> element.startsWith("\"") && element.endsWith("\"") && element.length() > 1
                        ? element.substring(1, element.length() - 1).replace("\"\"", "\"")
                        : element.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String schema(List<String> name) {
        return name.size() > 1 ? name.get(name.size() - 2) : "";
    }

    /// The values of a SET, as written.
    static List<String> values(Node set) {
        return set.list("args").stream().map(SessionStatements::value).toList();
    }

    static String value(Node argument) {
        if (argument.is("A_Const")) {
            return argument.node("sval")
                    .map(text -> text.text("sval"))
                    .or(() -> argument.node("ival").map(number -> String.valueOf(number.number("ival"))))
                    .or(() -> argument.node("fval").map(number -> number.text("fval")))
                    .or(() -> argument.node("boolval").map(flag -> String.valueOf(flag.flag("boolval"))))
                    .orElse("");
        }
        if (argument.is("String")) {
            return argument.text("sval");
        }
        if (argument.is("Boolean")) {
            return String.valueOf(argument.flag("boolval"));
        }
        if (argument.is("Integer")) {
            return String.valueOf(argument.number("ival"));
        }
        return argument.node("arg").map(SessionStatements::value).orElse("");
    }

    private void check(String name, List<String> values) {
        String value = String.join(",", values).toLowerCase(Locale.ROOT);
        boolean wrong = switch (name) {
            case "standard_conforming_strings" ->
                !Set.of("on", "true", "yes", "1", "").contains(value);
            case "client_encoding" ->
                !Set.of("utf8", "utf-8", "unicode", "sql_ascii").contains(value);
            default -> FORBIDDEN.contains(name);
        };
        if (wrong) {
            in.findings.problem("SET " + name + " to this value changes what later statements mean. Leave it out.");
        }
    }
}
