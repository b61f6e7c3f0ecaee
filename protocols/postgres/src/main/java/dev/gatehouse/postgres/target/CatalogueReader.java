package dev.gatehouse.postgres.target;

import dev.gatehouse.net.Dialer;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.CatalogueBuilder;
import dev.gatehouse.sql.catalogue.CatalogueQueries;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Reads a server's catalogue over a connection of its own, all look-ups in one snapshot.
public final class CatalogueReader {
    private static final int MOST_ROWS = 2_000_000;
    private static final int MOST_BYTES = 256 << 20;
    private static final int ANSWER_MILLISECONDS = 30_000;
    private static final Map<String, String> SETTINGS = Map.of(
            "application_name", "gatehouse",
            "client_encoding", "UTF8",
            "search_path", "pg_catalog",
            // Writing out a view waits for whoever changes one of its tables.
            "lock_timeout", "3s");

    private CatalogueReader() {}

    /// @throws IOException with the reason, for the operator
    public static Catalogue read(Dialer dialer, String database, TargetCredential credential, RandomGenerator random)
            throws IOException {
        var login = new TargetLogin(dialer, random, ANSWER_MILLISECONDS);
        return switch (login.connect(credential, database, SETTINGS)) {
            case TargetLoginResult.LoginFailed failed -> throw new IOException(failed.operatorText());
            case TargetLoginResult.LoggedIn(TargetSession target) -> {
                try (var wire = target.wire()) {
                    yield ask(new SimpleQuery(wire, target.pending(), MOST_ROWS, MOST_BYTES));
                }
            }
        };
    }

    private static Catalogue ask(SimpleQuery target) throws IOException {
        var builder = new CatalogueBuilder();
        target.rows("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        // Whoever holds a lock may be waiting for this very answer, and everybody else does.
        target.rows("SET LOCAL lock_timeout = '3s'");
        for (CatalogueQueries query : CatalogueQueries.values()) {
            builder.rows(query, target.rows(query.sql()));
        }
        target.rows("COMMIT");
        try {
            return builder.build();
        } catch (IllegalStateException odd) {
            throw new IOException("the catalogue could not be made sense of: " + odd.getMessage(), odd);
        }
    }
}
