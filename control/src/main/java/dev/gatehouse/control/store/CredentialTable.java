package dev.gatehouse.control.store;

import dev.gatehouse.model.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/// Reads and writes the table `credentials`.
public final class CredentialTable {
    private final Jdbi jdbi;

    public CredentialTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void insert(CredentialRow row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO credentials (id, connection, issuer, who, principal, purpose, created, expires,
                            revoked, iterations, stored_key, server_key, seal)
                        VALUES (:id, :connection, :issuer, :who, :principal, :purpose, :created, :expires,
                            :revoked, :iterations, :storedKey, :serverKey, :seal)""")
                .bind("id", row.id())
                .bind("connection", row.connection())
                .bind("issuer", row.issuer())
                .bind("who", row.who())
                .bind("principal", row.principal())
                .bind("purpose", row.purpose().orElse(null))
                .bind("created", row.created())
                .bind("expires", row.expires())
                .bind("revoked", row.revoked().isPresent() ? row.revoked().getAsLong() : null)
                .bind("iterations", row.iterations())
                .bind("storedKey", row.storedKey().toBytes())
                .bind("serverKey", row.serverKey().toBytes())
                .bind("seal", row.seal().toBytes())
                .execute());
    }

    public Optional<CredentialRow> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM credentials WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> row(row))
                .findOne());
    }

    /// One identity's rows that expire after `second`, the newest first.
    public List<CredentialRow> of(String issuer, String who, long second) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM credentials WHERE issuer = :issuer AND who = :who AND expires > :second
                        ORDER BY created DESC, id""")
                .bind("issuer", issuer)
                .bind("who", who)
                .bind("second", second)
                .map((row, _) -> row(row))
                .list());
    }

    /// Every row that expires after `second`, the newest first, at most `most`.
    public List<CredentialRow> all(long second, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM credentials WHERE expires > :second ORDER BY created DESC, id LIMIT :most""")
                .bind("second", second)
                .bind("most", most)
                .map((row, _) -> row(row))
                .list());
    }

    /// Writes when a row was revoked, and its new seal; nothing else of a row ever changes.
    public void revoke(CredentialRow row) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE credentials SET revoked = :revoked, seal = :seal WHERE id = :id")
                        .bind("id", row.id())
                        .bind("revoked", row.revoked().orElseThrow())
                        .bind("seal", row.seal().toBytes())
                        .execute());
    }

    /// Forgets rows that expired before `second`.
    public int purge(long second) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM credentials WHERE expires < :second")
                .bind("second", second)
                .execute());
    }

    private static CredentialRow row(ResultSet row) throws SQLException {
        long revoked = row.getLong("revoked");
        OptionalLong when = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(revoked);
        return new CredentialRow(
                row.getString("id"),
                row.getString("connection"),
                row.getString("issuer"),
                row.getString("who"),
                row.getString("principal"),
                Optional.ofNullable(row.getString("purpose")),
                row.getLong("created"),
                row.getLong("expires"),
                when,
                row.getInt("iterations"),
                Slice.of(row.getBytes("stored_key")),
                Slice.of(row.getBytes("server_key")),
                Slice.of(row.getBytes("seal")));
    }
}
