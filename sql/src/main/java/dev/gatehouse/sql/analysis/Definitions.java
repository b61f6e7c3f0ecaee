package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.sql.tree.Node;
import java.util.Set;

/// Statements that define things or administer the server.
final class Definitions {
    private static final Set<String> DDL = Set.of(
            "AlterCollationStmt",
            "AlterDomainStmt",
            "AlterEnumStmt",
            "AlterObjectDependsStmt",
            "AlterObjectSchemaStmt",
            "AlterSeqStmt",
            "AlterStatsStmt",
            "AlterTableStmt",
            "AlterTypeStmt",
            "ClusterStmt",
            "CommentStmt",
            "CompositeTypeStmt",
            "CreateDomainStmt",
            "CreateEnumStmt",
            "CreateRangeStmt",
            "CreateSchemaStmt",
            "CreateSeqStmt",
            "CreateStatsStmt",
            "CreateStmt",
            "CreateTableAsStmt",
            "CreateTrigStmt",
            "DropStmt",
            "IndexStmt",
            "RefreshMatViewStmt",
            "ReindexStmt",
            "RenameStmt",
            "TruncateStmt",
            "VacuumStmt",
            "ViewStmt");
    private static final Set<String> ADMIN = Set.of(
            "AlterDatabaseRefreshCollStmt",
            "AlterDatabaseSetStmt",
            "AlterDatabaseStmt",
            "AlterDefaultPrivilegesStmt",
            "AlterEventTrigStmt",
            "AlterExtensionContentsStmt",
            "AlterExtensionStmt",
            "AlterFdwStmt",
            "AlterForeignServerStmt",
            "AlterOwnerStmt",
            "AlterPolicyStmt",
            "AlterPublicationStmt",
            "AlterRoleSetStmt",
            "AlterRoleStmt",
            "AlterSubscriptionStmt",
            "AlterSystemStmt",
            "AlterTableMoveAllStmt",
            "AlterTableSpaceOptionsStmt",
            "AlterUserMappingStmt",
            "CheckPointStmt",
            "CreateAmStmt",
            "CreateEventTrigStmt",
            "CreateExtensionStmt",
            "CreateFdwStmt",
            "CreateForeignServerStmt",
            "CreateForeignTableStmt",
            "CreatePLangStmt",
            "CreatePolicyStmt",
            "CreatePublicationStmt",
            "CreateRoleStmt",
            "CreateSubscriptionStmt",
            "CreateTableSpaceStmt",
            "CreateUserMappingStmt",
            "CreatedbStmt",
            "DropOwnedStmt",
            "DropRoleStmt",
            "DropSubscriptionStmt",
            "DropTableSpaceStmt",
            "DropUserMappingStmt",
            "DropdbStmt",
            "GrantRoleStmt",
            "GrantStmt",
            "ImportForeignSchemaStmt",
            "LoadStmt",
            "ReassignOwnedStmt",
            "SecLabelStmt");
    private static final Set<String> MINTING = Set.of(
            "CreateUserMappingStmt",
            "AlterUserMappingStmt",
            "CreateSubscriptionStmt",
            "AlterSubscriptionStmt",
            "AlterSystemStmt");

    /// What changes rows or where they lie, but not what tables look like.
    private static final Set<String> SAME_TABLES =
            Set.of("TruncateStmt", "VacuumStmt", "ReindexStmt", "ClusterStmt", "CommentStmt", "RefreshMatViewStmt");

    /// What says itself whether others will see what it makes.
    private static final Set<String> MAKING = Set.of("CreateStmt", "CreateTableAsStmt", "ViewStmt");

    private final Analysis in;
    private final TableDefinitions tables;

    Definitions(Analysis in) {
        this.in = in;
        this.tables = new TableDefinitions(in);
    }

    void of(Node statement) {
        if (ADMIN.contains(statement.type())) {
            administer(statement);
        } else if (DDL.contains(statement.type()) || inSql(statement) || filling(statement)) {
            in.findings.act(Kinds.of(statement), Effect.DDL);
            tables.of(statement);
            new Lasting(in).of(statement);
            if (!SAME_TABLES.contains(statement.type()) && !MAKING.contains(statement.type())) {
                in.findings.change(
                        in.temporaryTables.only(statement)
                                ? new SessionChange.TemporaryChanged()
                                : new SessionChange.Definitions());
            }
        } else {
            in.findings.act(Kinds.of(statement), Effect.UNKNOWN);
            in.findings.problem("What " + Kinds.of(statement).toUpperCase(java.util.Locale.ROOT)
                    + " would change about later statements is not followed.");
        }
        statement.readAll();
    }

    private boolean filling(Node statement) {
        return statement.is("CreateFunctionStmt") && new Blocks(in).filling(statement);
    }

    /// A function written in SQL is read anew wherever it is called, so making one hides nothing.
    private static boolean inSql(Node statement) {
        return statement.is("CreateFunctionStmt")
                && (statement.has("sql_body")
                        || statement.list("options").stream()
                                .filter(option -> option.text("defname").equals("language"))
                                .flatMap(option -> option.node("arg").stream())
                                .anyMatch(language -> language.text("sval").equalsIgnoreCase("sql")));
    }

    private void administer(Node statement) {
        in.findings.act(Kinds.of(statement), Effect.ADMIN);
        in.findings.change(new SessionChange.Definitions());
        new Lasting(in).of(statement);
        boolean password = statement.list("options").stream()
                .anyMatch(option -> option.text("defname").equals("password"));
        if (password || MINTING.contains(statement.type())) {
            in.findings.mintsCredential();
        }
    }
}
