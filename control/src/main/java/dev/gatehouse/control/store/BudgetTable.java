package dev.gatehouse.control.store;

import dev.gatehouse.model.Slice;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Reads and writes the table `budgets`.
public final class BudgetTable {
    private final Jdbi jdbi;

    public BudgetTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param began in milliseconds since 1970, as is `ends`
    public record Row(String account, long began, long ends, long amount, Slice mac) {}

    public void put(Row row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO budgets (account, began, ends, amount, mac)
                        VALUES (:account, :began, :ends, :amount, :mac)
                        ON CONFLICT (account, began) DO UPDATE
                        SET ends = excluded.ends, amount = excluded.amount, mac = excluded.mac""")
                .bind("account", row.account())
                .bind("began", row.began())
                .bind("ends", row.ends())
                .bind("amount", row.amount())
                .bind("mac", row.mac().toBytes())
                .execute());
    }

    /// Oldest first.
    public List<Row> of(String account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM budgets WHERE account = :account ORDER BY began")
                .bind("account", account)
                .map((row, _) -> new Row(
                        row.getString("account"),
                        row.getLong("began"),
                        row.getLong("ends"),
                        row.getLong("amount"),
                        Slice.of(row.getBytes("mac"))))
                .list());
    }

    /// Forgets what does not count any more.
    public void forget(long until) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM budgets WHERE ends <= :until")
                .bind("until", until)
                .execute());
    }
}
