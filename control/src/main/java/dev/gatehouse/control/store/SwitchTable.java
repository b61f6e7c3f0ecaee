package dev.gatehouse.control.store;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Reads and writes the table `switches`.
public final class SwitchTable {
    private final Jdbi jdbi;

    public SwitchTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<SwitchRow> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM switches ORDER BY what, issuer, name")
                .map((row, _) -> new SwitchRow(
                        row.getString("what"),
                        row.getString("issuer"),
                        row.getString("name"),
                        row.getLong("since"),
                        row.getString("by_whom"),
                        row.getString("because")))
                .list());
    }

    /// Turns something off; what is off already keeps its first row.
    public void insert(SwitchRow row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO switches (what, issuer, name, since, by_whom, because)
                        VALUES (:what, :issuer, :name, :since, :by, :because) ON CONFLICT DO NOTHING""")
                .bind("what", row.what())
                .bind("issuer", row.issuer())
                .bind("name", row.name())
                .bind("since", row.since())
                .bind("by", row.by())
                .bind("because", row.because())
                .execute());
    }

    public void delete(String what, String issuer, String name) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM switches WHERE what = :what AND issuer = :issuer AND name = :name")
                .bind("what", what)
                .bind("issuer", issuer)
                .bind("name", name)
                .execute());
    }
}
