package dev.gatehouse.postgres.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.net.ClientTls;
import dev.gatehouse.postgres.TestServer;
import dev.gatehouse.sql.catalogue.Catalogue;
import java.io.IOException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The catalogue can be read whatever another session holds.
@Tag("slow")
class CatalogueReaderEndToEndTest {
    @Test
    @Timeout(120)
    void aChangeThatIsNotOverStopsNobody() throws Exception {
        try (var server = TestServer.start()) {
            var other = query(server);
            other.rows("CREATE TABLE people (id int, email text)");
            other.rows("CREATE VIEW addresses AS SELECT email FROM people");
            other.rows("CREATE VIEW numbers AS SELECT 1 AS one");
            other.rows("BEGIN");
            other.rows("ALTER TABLE people ADD COLUMN age int");

            var during = read(server);
            assertThat(view(during, "addresses")).isFalse();
            assertThat(view(during, "numbers")).isTrue();

            other.rows("COMMIT");
            assertThat(view(read(server), "addresses")).isTrue();
        }
    }

    private static SimpleQuery query(TestServer server) throws IOException {
        var session = server.session("postgres", "", ClientTls.Mode.DISABLE);
        return new SimpleQuery(session.wire(), session.pending(), 1000, 100_000);
    }

    private static Catalogue read(TestServer server) throws IOException {
        return CatalogueReader.read(
                server.dialer(ClientTls.Mode.DISABLE),
                "postgres",
                TargetCredential.of("postgres", ""),
                new SecureRandom());
    }

    private static boolean view(Catalogue catalogue, String name) {
        return catalogue.relation("public", name).flatMap(catalogue::view).isPresent();
    }
}
