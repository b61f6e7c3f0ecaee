package dev.gatehouse.sql.analysis;

import java.util.List;
import java.util.Map;

/// What of a session decides how the target resolves names.
///
/// @param searchPath the elements of `search_path` as set; `$user` stands for the current role's name
/// @param currentRole the role in force (`current_user`)
/// @param temporary what nobody but the session has
/// @param changedTables whether the session's open transaction has changed tables: the catalogue does not show that yet
/// @param prepared statements prepared by SQL's PREPARE: by name, the text that prepared them
/// @param cursors what is known of declared cursors, by name
/// @param withinTransaction whether all of this may change with the end of the open transaction
public record SessionView(
        List<String> searchPath,
        String currentRole,
        Temporary temporary,
        boolean changedTables,
        Map<String, String> prepared,
        Map<String, Cursor> cursors,
        boolean withinTransaction) {
    /// A session without statements or cursors of SQL's own.
    public SessionView(List<String> searchPath, String currentRole, Temporary temporary, boolean changedTables) {
        this(searchPath, currentRole, temporary, changedTables, Map.of(), Map.of(), false);
    }

    public SessionView {
        prepared = Map.copyOf(prepared);
        cursors = Map.copyOf(cursors);
        searchPath = List.copyOf(searchPath);
    }

    /// A fresh session with PostgreSQL's default `search_path`.
    public static SessionView fresh(String role) {
        return new SessionView(List.of("$user", "public"), role, Temporary.NONE, false);
    }

    SessionView withSearchPath(List<String> path) {
        return new SessionView(path, currentRole, temporary, changedTables, prepared, cursors, withinTransaction);
    }

    SessionView withChangedTables() {
        return new SessionView(
                searchPath, currentRole, temporary.unknown(), true, prepared, cursors, withinTransaction);
    }

    SessionView with(Temporary other) {
        return new SessionView(searchPath, currentRole, other, changedTables, prepared, cursors, withinTransaction);
    }
}
