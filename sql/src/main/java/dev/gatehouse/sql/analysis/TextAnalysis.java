package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Classification;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.tree.Node;
import dev.gatehouse.sql.tree.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Follows one text, statement by statement, with what earlier ones change for later ones. For one text and thread.
final class TextAnalysis {
    private static final Set<String> BEGINNINGS =
            Set.of("TRANS_STMT_BEGIN", "TRANS_STMT_START", "TRANS_STMT_SAVEPOINT", "TRANS_STMT_RELEASE");

    private final Parser parser;
    private final Catalogue catalogue;
    private final Holdings holdings;
    private final Findings findings = new Findings();
    private final List<List<OutputColumn>> outputs = new ArrayList<>();
    private final Named named;
    private final Made made;
    private SessionView session;
    private boolean certain;
    private boolean pathChanged;
    private boolean pathUnknown;
    private long limit = -1;

    TextAnalysis(Parser parser, Catalogue catalogue, Classification classification, SessionView session) {
        this.parser = parser;
        this.catalogue = catalogue;
        this.holdings = new Holdings(catalogue, classification, session.temporary());
        this.session = session;
        certain = !session.changedTables() && session.temporary().isEmpty();
        this.named = new Named(session);
        this.made = new Made(catalogue);
    }

    SqlFacts run(List<Node> statements) {
        certain &= statements.size() == 1;
        for (Node statement : statements) {
            int before = findings.changes().size();
            findings.next();
            one(statement);
            follow(findings.changes().subList(before, findings.changes().size()));
            if (findings.clean()) {
                statement
                        .unread()
                        .ifPresent(part -> findings.problem(
                                "The part " + part + " of the statement is not understood. Write it in another way."));
            }
        }
        return findings.facts(statements.size(), statements.size() == 1 ? limit : -1);
    }

    /// The name that does not exist, where that is certain: nothing of this session could have made it.
    Optional<Missing> missing() {
        return certain ? findings.missing() : Optional.empty();
    }

    Findings findings() {
        return findings;
    }

    List<List<OutputColumn>> outputs() {
        return outputs;
    }

    private void one(Node statement) {
        var names = new Names(catalogue, made, session);
        var analysis = new Analysis(parser, catalogue, names, named, holdings, findings);
        var statements = new Statements(analysis);
        int sensitive = findings.sensitiveRelations();
        int relations = findings.relations();
        outputs.add(statements.of(statement).orElse(List.of()));
        if (pathUnknown && findings.relations() > relations) {
            findings.problem(
                    "The search_path changed in a way that this text's later statements cannot be told to follow. "
                            + "Send them one by one.");
        }
        pathUnknown |= pathChanged && statement.is("TransactionStmt");
        if (statement.is("TransactionStmt") && !BEGINNINGS.contains(statement.text("kind"))) {
            // What was made and set in the transaction may be gone, or come back.
            pathUnknown |= session.withinTransaction();
            session = session.with(session.temporary().unknown());
        }
        if (session.changedTables() && !statements.defines() && findings.sensitiveRelations() > sensitive) {
            findings.problem(
                    "Tables were changed in this transaction, so what this reads cannot be told. Commit first.");
        }
        made.after(statement, names);
        limit = statements.limit();
    }

    private void set(SessionChange.Set change) {
        if (change.name().equals("search_path")) {
            session = session.withSearchPath(change.values());
            pathChanged = true;
        } else if (change.name().equals("role") || change.name().equals("session_authorization")) {
            pathUnknown |= session.searchPath().contains("$user");
        }
    }

    private void follow(List<SessionChange> changes) {
        for (SessionChange change : List.copyOf(changes)) {
            switch (change) {
                case SessionChange.Set set -> set(set);
                case SessionChange.Reset reset ->
                    pathUnknown |= Set.of("search_path", "role", "session_authorization")
                            .contains(reset.name());
                case SessionChange.ResetAll all -> {
                    pathUnknown = true;
                    session = session.with(session.temporary().unknown());
                }
                case SessionChange.Prepared prepared -> {}
                case SessionChange.Deallocated deallocated -> {}
                case SessionChange.Declared declared -> {}
                case SessionChange.Inherits inherits -> {}
                case SessionChange.Carries carries -> {}
                case SessionChange.TemporaryChanged temporary ->
                    session = session.with(session.temporary().unknown());
                case SessionChange.TemporaryTable table -> {
                    session = session.with(session.temporary().and(table));
                    holdings.now(session.temporary());
                }
                case SessionChange.Definitions changed -> session = session.withChangedTables();
            }
        }
    }
}
