package dev.gatehouse.postgres.relay;

import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.CatalogueBuilder;
import dev.gatehouse.sql.catalogue.CatalogueQueries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a session's own backend is asked for the catalogue while its transaction has changed it.
///
/// The look-ups stand inside a savepoint that is taken back, so that neither their `search_path` nor their locks, nor
/// their failure, remains.
final class OwnCatalogue {
    /// What the record says of it.
    static final String WORDS = "reads the catalogue with what this transaction has changed";

    static final String BACK = "ROLLBACK TO SAVEPOINT gatehouse_look; RELEASE SAVEPOINT gatehouse_look";

    static final String TEXT = Arrays.stream(CatalogueQueries.values())
            .map(CatalogueQueries::sql)
            .collect(Collectors.joining(
                    ";\n",
                    "SAVEPOINT gatehouse_look; SET LOCAL search_path = pg_catalog; SET LOCAL lock_timeout = '3s';"
                            + " SET LOCAL quote_all_identifiers = off;\n",
                    ";\n" + BACK));

    private OwnCatalogue() {}

    /// The answers, one for each look-up; empty if they make no catalogue.
    static Optional<Catalogue> of(List<List<List<String>>> answers) {
        var queries = CatalogueQueries.values();
        if (answers.size() != queries.length) {
            return Optional.empty();
        }
        var builder = new CatalogueBuilder();
        for (int i = 0; i < queries.length; i++) {
            builder.rows(queries[i], List.copyOf(answers.get(i)));
        }
        try {
            return Optional.of(builder.build());
        } catch (IllegalStateException odd) {
            return Optional.empty();
        }
    }
}
