package dev.gatehouse.postgres.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.postgres.TestClient;
import dev.gatehouse.postgres.TestServer;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// PostgreSQL itself judges the constants: it reads each in both formats and must write it back the same.
class MaskedConstantsEndToEndTest {
    private static TestServer server;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        client = new TestClient(
                server.session("trusty", "", ClientTls.Mode.DISABLE).wire());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Slice through(int oid, Slice value, Format in, Format out) throws IOException {
        var answers = client.ask(
                new Parse("", Slice.utf8("select $1"), List.of(oid)),
                new Bind("", "", formats(in), Values.of(List.of(Optional.of(value))), formats(out)),
                new Execute("", 0),
                new Sync());
        return answers.stream()
                .filter(DataRow.class::isInstance)
                .map(row -> ((DataRow) row).values().list().getFirst().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private static Formats formats(Format format) {
        return format == Format.TEXT ? Formats.TEXT : Formats.BINARY;
    }

    private static void assertValid(int oid) throws IOException {
        PgType type = PgType.of(oid);
        Slice text = MaskedConstants.of(type, Format.TEXT).orElseThrow();
        Slice binary = MaskedConstants.of(type, Format.BINARY).orElseThrow();
        assertThat(through(oid, text, Format.TEXT, Format.TEXT))
                .as("%s text", type)
                .isEqualTo(text);
        assertThat(through(oid, text, Format.TEXT, Format.BINARY))
                .as("%s text to binary", type)
                .isEqualTo(binary);
        assertThat(through(oid, binary, Format.BINARY, Format.BINARY))
                .as("%s binary", type)
                .isEqualTo(binary);
        assertThat(through(oid, binary, Format.BINARY, Format.TEXT))
                .as("%s binary to text", type)
                .isEqualTo(text);
    }

    @Test
    void eachConstantIsValidInBothFormatsAndMeansTheSame() throws IOException {
        int checked = 0;
        for (BuiltInType type : BuiltInType.values()) {
            if (MaskedConstants.of(PgType.of(type.oid), Format.TEXT).isPresent()) {
                assertValid(type.oid);
                checked++;
            }
            if (type.arrayOid != 0) {
                assertValid(type.arrayOid);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(70);
    }

    @Test
    void namesOidsAndArraysAreThoseOfTheServersCatalogue() throws IOException {
        var session = server.session("trusty", "", ClientTls.Mode.DISABLE);
        var query = new dev.gatehouse.postgres.target.SimpleQuery(session.wire(), session.pending(), 1000, 100_000);
        for (BuiltInType type : BuiltInType.values()) {
            assertThat(query.rows("select typname, typarray from pg_type where oid = " + type.oid))
                    .as(type.name())
                    .containsExactly(List.of(type.typeName, Integer.toString(type.arrayOid)));
        }
        session.wire().close();
    }
}
