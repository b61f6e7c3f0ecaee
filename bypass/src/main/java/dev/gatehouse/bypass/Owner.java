package dev.gatehouse.bypass;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.target.QueryFailed;
import dev.gatehouse.postgres.target.SimpleQuery;
import dev.gatehouse.postgres.target.TargetLogin;
import dev.gatehouse.postgres.target.TargetLoginResult.LoggedIn;
import dev.gatehouse.postgres.target.TargetLoginResult.LoginFailed;
import dev.gatehouse.postgres.target.TargetSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The direct connection, over which the canaries are planted and everything is put back.
final class Owner implements AutoCloseable {
    private static final int PATIENCE = 20_000;
    private static final int ROWS = 200_000;
    private static final int BYTES = 64 << 20;
    private static final String LEFT_BEHIND = """
            SELECT CASE kind WHEN 'v' THEN format('DROP VIEW IF EXISTS %s CASCADE', name)
                             WHEN 'r' THEN format('DROP TABLE IF EXISTS %s CASCADE', name)
                             ELSE format('DROP ROUTINE IF EXISTS %s CASCADE', name) END
              FROM (SELECT relkind::text AS kind, oid::regclass::text AS name FROM pg_class
                     WHERE relname LIKE 'bypass\\_%' AND relkind IN ('v', 'r')
                    UNION ALL
                    SELECT 'f', oid::regprocedure::text FROM pg_proc WHERE proname LIKE 'bypass\\_%'
                   ) AS left_behind""";

    private final TargetSession session;
    private final SimpleQuery query;
    private final Place place;
    private final List<String> before;

    Owner(Peer direct, Place place) throws IOException {
        var login = new TargetLogin(direct.dialer(), new SecureRandom(), PATIENCE);
        session = switch (login.connect(direct.credential(), direct.database(), Map.of())) {
            case LoggedIn(TargetSession opened) -> opened;
            case LoginFailed failed -> throw new IOException("no direct connection: " + failed.operatorText());
        };
        query = new SimpleQuery(session.wire(), Slice.EMPTY, ROWS, BYTES);
        this.place = place;
        before = column(place.look());
        if (before.size() != 1) {
            close();
            throw new IOException(place.look() + " finds " + before.size() + " rows; the place must be one cell");
        }
    }

    private List<String> column(String sql) throws IOException {
        return query.rows(sql).stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    /// Creates what some attacks find there. What this server cannot create is left out.
    void prepare(List<Attack> attacks, Canaries canaries) throws IOException {
        for (Attack attack : attacks) {
            for (String preparation : attack.preparations()) {
                try {
                    query.rows(place.fill(preparation, canaries));
                } catch (QueryFailed refused) {
                    throw new IOException(attack.name() + " could not be prepared: " + refused.getMessage(), refused);
                }
            }
        }
    }

    void plant(String value) throws IOException {
        query.rows(place.plant(value));
        query.rows("ANALYZE " + place.table());
    }

    /// The column's values in other rows.
    Set<String> others() throws IOException {
        return new HashSet<>(column("SELECT " + place.column() + " FROM " + place.table() + " WHERE " + place.key()
                + " <> " + place.id() + " LIMIT " + ROWS / 2));
    }

    /// Puts everything back.
    @Override
    public void close() throws IOException {
        try {
            if (before.size() == 1) {
                query.rows(place.plant(before.getFirst()));
            }
            for (String drop : column(LEFT_BEHIND)) {
                query.rows(drop);
            }
        } finally {
            session.wire().close();
        }
    }
}
