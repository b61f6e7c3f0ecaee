package dev.gatehouse.postgres;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Slice;
import dev.gatehouse.sql.analysis.CopyOut;
import dev.gatehouse.sql.analysis.Cursor;
import dev.gatehouse.sql.analysis.Missing;
import dev.gatehouse.sql.analysis.SessionChange;
import dev.gatehouse.sql.analysis.Temporary;
import dev.gatehouse.sql.catalogue.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the gateway makes of SQL text within one session. A port of the relay, so that it can be tested without a
/// catalogue.
public interface Understanding {
    /// Understands `text` as the target would in a session that looks like `view`.
    ///
    /// @param parameters values bound; part of the operation's literals
    /// @param bound the same as the client sent them, with formats: part of the digest
    Understood of(Slice text, View view, List<Slice> parameters, Slice bound);

    /// Statements that change definitions went through; what is known of the catalogue may be out of date.
    void definitionsChanged();

    /// An admitted statement is about to copy masked values: where to is classified like where from, durably, before it
    /// can happen.
    void inherit(Understood understood);

    /// @param statement ready to be admitted
    /// @param changesSession whether it may change how names are resolved afterwards
    /// @param changesDefinitions whether it changes tables, views or types
    /// @param syntaxError the target would not even parse it, or it is beyond a limit
    /// @param cursors what it declares, by name
    /// @param copies the COPYs that write rows to the client
    /// @param inherits columns that nobody has classified, and what is copied there
    /// @param prepares names that its PREPAREs give
    /// @param temporary what it makes of temporary tables, and copies there
    /// @param missing why it is not understood: a name does not exist, which the target would say too
    record Understood(
            Operation.Statement statement,
            boolean changesSession,
            boolean changesDefinitions,
            Optional<SyntaxError> syntaxError,
            Map<String, Cursor> cursors,
            List<CopyOut> copies,
            Optional<Missing> missing,
            Map<ColumnName, Set<Category>> inherits,
            Set<String> prepares,
            List<SessionChange> temporary) {
        public Understood {
            temporary = List.copyOf(temporary);
        }

        /// One that declares no cursor and copies nothing out.
        public Understood(
                Operation.Statement statement,
                boolean changesSession,
                boolean changesDefinitions,
                Optional<SyntaxError> syntaxError) {
            this(
                    statement,
                    changesSession,
                    changesDefinitions,
                    syntaxError,
                    Map.of(),
                    List.of(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    List.of());
        }
    }

    /// @param sqlState 42601 where the target would say so, 54000 for a limit
    /// @param position counted in characters from 1; 0 if it is not known
    record SyntaxError(String sqlState, String message, int position) {}

    /// What name resolution depends on in a session.
    ///
    /// @param schemas the effective search path, in order, with implicit schemas
    /// @param role `current_user`
    /// @param temporary the session's temporary tables
    /// @param definitionsChanged the open transaction has changed definitions that nobody else sees yet
    /// @param prepared statements of SQL's PREPARE: by name, the text that prepared them
    /// @param cursors what DECLARE has declared, by name
    /// @param own the catalogue as the session itself sees it, while its open transaction has changed definitions
    /// @param withinTransaction whether all of this may change with the end of the open transaction
    record View(
            List<String> schemas,
            String role,
            Temporary temporary,
            boolean definitionsChanged,
            Map<String, String> prepared,
            Map<String, Cursor> cursors,
            Optional<Catalogue> own,
            boolean withinTransaction) {
        public View {
            prepared = Map.copyOf(prepared);
            cursors = Map.copyOf(cursors);
            schemas = List.copyOf(schemas);
        }

        /// This session after a statement that declares and copies so much. Of two cursors of one name either may be
        /// the
        /// one that lives.
        public View after(Understood understood) {
            if (understood.cursors().isEmpty() && understood.temporary().isEmpty()) {
                return this;
            }
            var all = new HashMap<>(cursors);
            understood.cursors().forEach((name, cursor) -> all.merge(name, cursor, Cursor::or));
            var more = temporary.and(understood.temporary());
            return new View(schemas, role, more, definitionsChanged, prepared, all, own, withinTransaction);
        }

        /// With the catalogue as the session itself sees it.
        public View with(Optional<Catalogue> seen) {
            return new View(schemas, role, temporary, definitionsChanged, prepared, cursors, seen, withinTransaction);
        }

        /// The same, which the end of the open transaction may change.
        public View unsettled() {
            return new View(schemas, role, temporary, definitionsChanged, prepared, cursors, own, true);
        }

        /// Before the session's backend has been asked: nothing resolves.
        public static final View UNKNOWN =
                new View(List.of(), "", Temporary.NONE, false, Map.of(), Map.of(), Optional.empty(), false);
    }
}
