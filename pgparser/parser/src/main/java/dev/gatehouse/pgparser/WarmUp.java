package dev.gatehouse.pgparser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Statements of the kinds that clients send all day, to get the parser compiled.
final class WarmUp {
    private static final int ROUNDS = 250;

    private static final List<String> STATEMENTS = List.of(
            "SELECT 1",
            "BEGIN",
            "COMMIT",
            "SET search_path TO shop, public",
            "SHOW transaction_read_only",
            "SELECT abalance FROM pgbench_accounts WHERE aid = $1",
            "UPDATE pgbench_accounts SET abalance = abalance + 12 WHERE aid = 4711",
            "INSERT INTO history (tid, bid, delta, mtime) VALUES (1, 2, 3, CURRENT_TIMESTAMP) RETURNING id",
            "DELETE FROM basket WHERE customer_id = 7 AND added < now() - interval '3 days'",
            "SELECT c.id, c.email AS mail, count(*) FROM customers c LEFT JOIN payments p ON p.customer_id = c.id"
                    + " WHERE c.segment IN ('a', 'b', 'c') AND p.status = 'settled' OR c.id BETWEEN 1 AND 20"
                    + " GROUP BY 1, 2 HAVING sum(p.amount) > 10.5 ORDER BY 3 DESC NULLS LAST LIMIT 10 OFFSET 5",
            "WITH recent AS (SELECT * FROM payments WHERE paid_at > $1::timestamptz)"
                    + " SELECT r.*, CASE WHEN r.amount > 100 THEN 'large' ELSE coalesce(r.note, 'small') END,"
                    + " row_number() OVER (PARTITION BY r.customer_id ORDER BY r.paid_at)"
                    + " FROM recent r WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = r.customer_id)",
            "SELECT n.nspname AS \"Schema\", c.relname AS \"Name\","
                    + " CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' END AS \"Type\""
                    + " FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE c.relkind IN ('r','p','') AND n.nspname !~ '^pg_toast'"
                    + " AND pg_catalog.pg_table_is_visible(c.oid) ORDER BY 1,2;");

    private WarmUp() {}

    static List<byte[]> statements() {
        List<byte[]> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String statement : STATEMENTS) {
                all.add((statement + " -- " + round).getBytes(StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
