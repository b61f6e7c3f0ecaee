package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.Locale;
import java.util.Map;

/// The command words of statements, as `sql.kinds` has them.
final class Kinds {
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("DeclareCursorStmt", "declare"),
            Map.entry("ClosePortalStmt", "close"),
            Map.entry("ConstraintsSetStmt", "set constraints"),
            Map.entry("CreateStmt", "create table"),
            Map.entry("CreateTableAsStmt", "create table as"),
            Map.entry("IndexStmt", "create index"),
            Map.entry("ViewStmt", "create view"),
            Map.entry("DefineStmt", "create"),
            Map.entry("CompositeTypeStmt", "create type"),
            Map.entry("CreateEnumStmt", "create type"),
            Map.entry("CreateRangeStmt", "create type"),
            Map.entry("AlterEnumStmt", "alter type"),
            Map.entry("RuleStmt", "create rule"),
            Map.entry("CreateSeqStmt", "create sequence"),
            Map.entry("AlterSeqStmt", "alter sequence"),
            Map.entry("CreateTrigStmt", "create trigger"),
            Map.entry("CreatePLangStmt", "create language"),
            Map.entry("CreatedbStmt", "create database"),
            Map.entry("DropdbStmt", "drop database"),
            Map.entry("GrantRoleStmt", "grant"),
            Map.entry("AlterRoleSetStmt", "alter role"),
            Map.entry("AlterDatabaseSetStmt", "alter database"),
            Map.entry("CheckPointStmt", "checkpoint"),
            Map.entry("RefreshMatViewStmt", "refresh materialized view"),
            Map.entry("SecLabelStmt", "security label"),
            Map.entry("CreateStatsStmt", "create statistics"),
            Map.entry("CreateFdwStmt", "create foreign data wrapper"),
            Map.entry("CreateConversionStmt", "create conversion"));

    private Kinds() {}

    static String of(Node statement) {
        return switch (statement.type()) {
            case "TransactionStmt" -> transaction(statement.text("kind"));
            case "DropStmt" -> "drop " + object(statement.text("removeType"));
            case "AlterTableStmt" -> "alter " + object(statement.text("objtype"));
            case "RenameStmt" -> "alter " + object(renamed(statement));
            case "GrantStmt" -> statement.flag("is_grant") ? "grant" : "revoke";
            case "VacuumStmt" -> statement.flag("is_vacuumcmd") ? "vacuum" : "analyze";
            case "CreateRoleStmt" -> "create role";
            default -> OTHERS.getOrDefault(statement.type(), words(statement.type()));
        };
    }

    private static String renamed(Node statement) {
        String type = statement.text("renameType");
        boolean part = type.equals("OBJECT_COLUMN") || type.equals("OBJECT_TABCONSTRAINT");
        return part ? statement.text("relationType").replace("OBJECT_COLUMN", "OBJECT_TABLE") : type;
    }

    private static String transaction(String kind) {
        return words(kind.replace("TRANS_STMT_", "").toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static String object(String type) {
        return type.replaceFirst("^OBJECT_", "")
                .replace("MATVIEW", "MATERIALIZED_VIEW")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    /// `AlterSystemStmt` becomes `alter system`.
    private static String words(String type) {
        return type.replaceFirst("Stmt$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
