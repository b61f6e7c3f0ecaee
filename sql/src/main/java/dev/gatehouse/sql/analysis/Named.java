package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What has a name in the session: statements of SQL-level PREPARE, and cursors. What earlier statements of a text
/// made counts for its later ones.
final class Named {
    private final Map<String, Node> prepared = new HashMap<>();
    private final Map<String, Cursor> cursors = new HashMap<>();
    private final Map<String, String> texts;

    Named(SessionView session) {
        texts = session.prepared();
        cursors.putAll(session.cursors());
    }

    void prepare(String name, Node query) {
        // A name in use makes PREPARE fail, and the text with it.
        prepared.put(name, query);
    }

    /// The statement that a name stands for.
    Optional<Node> prepared(String name, Texts reader) {
        if (prepared.containsKey(name)) {
            return Optional.of(prepared.get(name));
        }
        return reader.statements(texts.getOrDefault(name, "")).stream()
                .filter(statement ->
                        statement.is("PrepareStmt") && statement.text("name").equals(name))
                .findFirst()
                .flatMap(statement -> statement.node("query"));
    }

    void declare(String name, Cursor cursor) {
        cursors.merge(name, cursor, Cursor::or);
    }

    Optional<Cursor> cursor(String name) {
        return Optional.ofNullable(cursors.get(name));
    }
}
