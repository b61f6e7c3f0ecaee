package dev.gatehouse.control.store;

import dev.gatehouse.model.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Reads and writes the table `requests`.
public final class RequestTable {
    private final Jdbi jdbi;

    public RequestTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Where a page of a list begins: after this row.
    public record After(long created, String id) {}

    public void insert(RequestRow row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO requests (id, state, connection, created, expires, dedupe, sealed)
                        VALUES (:id, :state, :connection, :created, :expires, :dedupe, :sealed)""")
                .bind("id", row.id())
                .bind("state", row.state())
                .bind("connection", row.connection())
                .bind("created", row.created())
                .bind("expires", row.expires())
                .bind("dedupe", row.dedupe().orElse(null))
                .bind("sealed", row.sealed().toBytes())
                .execute());
    }

    public void update(RequestRow row) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE requests SET state = :state, expires = :expires, sealed = :sealed WHERE id = :id")
                .bind("id", row.id())
                .bind("state", row.state())
                .bind("expires", row.expires())
                .bind("sealed", row.sealed().toBytes())
                .execute());
    }

    public Optional<RequestRow> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM requests WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> row(row))
                .findOne());
    }

    public Optional<RequestRow> byDedupe(String dedupe) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM requests WHERE dedupe = :dedupe")
                .bind("dedupe", dedupe)
                .map((row, _) -> row(row))
                .findOne());
    }

    /// Those that can still change, oldest first.
    public List<RequestRow> live() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM requests WHERE state IN ('pending', 'approved') ORDER BY created, id")
                .map((row, _) -> row(row))
                .list());
    }

    /// A part of the list, the newest first.
    public List<RequestRow> list(Optional<String> state, Optional<String> connection, Optional<After> after, int most) {
        var where = new StringBuilder("WHERE 1 = 1");
        state.ifPresent(_ -> where.append(" AND state = :state"));
        connection.ifPresent(_ -> where.append(" AND connection = :connection"));
        after.ifPresent(_ -> where.append(" AND (created < :created OR (created = :created AND id < :id))"));
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                    "SELECT * FROM requests " + where + " ORDER BY created DESC, id DESC LIMIT :most");
            state.ifPresent(word -> query.bind("state", word));
            connection.ifPresent(name -> query.bind("connection", name));
            after.ifPresent(place -> query.bind("created", place.created()).bind("id", place.id()));
            return query.bind("most", most).map((row, _) -> row(row)).list();
        });
    }

    /// Forgets what ended and expired before `millisecond`.
    public int purge(long millisecond) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "DELETE FROM requests WHERE expires < :then AND state NOT IN ('pending', 'approved')")
                .bind("then", millisecond)
                .execute());
    }

    private static RequestRow row(ResultSet row) throws SQLException {
        return new RequestRow(
                row.getString("id"),
                row.getString("state"),
                row.getString("connection"),
                row.getLong("created"),
                row.getLong("expires"),
                Optional.ofNullable(row.getString("dedupe")),
                Slice.of(row.getBytes("sealed")));
    }
}
