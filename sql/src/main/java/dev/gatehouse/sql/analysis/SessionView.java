package dev.gatehouse.sql.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a session decides how the target resolves names.
///
/// @param searchPath the elements of `search_path` as set; `$user` stands for the current role's name
/// @param currentRole the role in force (`current_user`)
/// @param temporaryTables names of temporary tables that the session has made
/// @param changedTables whether the session's open transaction has changed tables: the catalogue does not show that yet
/// @param prepared statements prepared by SQL's PREPARE: by name, the text that prepared them
/// @param cursors what is known of declared cursors, by name
public record SessionView(
        List<String> searchPath,
        String currentRole,
        Set<String> temporaryTables,
        boolean changedTables,
        Map<String, String> prepared,
        Map<String, Cursor> cursors) {
    /// A session without statements or cursors of SQL's own.
    public SessionView(
            List<String> searchPath, String currentRole, Set<String> temporaryTables, boolean changedTables) {
        this(searchPath, currentRole, temporaryTables, changedTables, Map.of(), Map.of());
    }

    public SessionView {
        prepared = Map.copyOf(prepared);
        cursors = Map.copyOf(cursors);
        searchPath = List.copyOf(searchPath);
        temporaryTables = Set.copyOf(temporaryTables);
    }

    /// A fresh session with PostgreSQL's default `search_path`.
    public static SessionView fresh(String role) {
        return new SessionView(List.of("$user", "public"), role, Set.of(), false);
    }

    SessionView withSearchPath(List<String> path) {
        return new SessionView(path, currentRole, temporaryTables, changedTables, prepared, cursors);
    }

    SessionView withChangedTables() {
        return new SessionView(searchPath, currentRole, temporaryTables, true, prepared, cursors);
    }
}
