package dev.gatehouse.server;

import dev.gatehouse.demo.DemoDatabase;
import dev.gatehouse.demo.data.Population;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.postgres.PostgresProtocol;
import dev.gatehouse.postgres.PostgresTarget;
import dev.gatehouse.postgres.PostgresTargets;
import dev.gatehouse.postgres.SqlUnderstanding;
import dev.gatehouse.postgres.TargetCatalogue;
import dev.gatehouse.postgres.relay.Relay;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import dev.gatehouse.sql.analysis.Analyser;
import dev.gatehouse.sql.tree.PostgresParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [ProtocolContract] over PostgreSQL's protocol, before a real PostgreSQL.
class PostgresContractTest extends ProtocolContract {
    private static final int INTEGER = 23;
    private static final String CUSTOMER =
            Population.customers(Population.SEED, 7).getLast().email();

    @SuppressWarnings("NullAway.Init") // made by open
    private DemoDatabase database;

    @SuppressWarnings("NullAway.Init")
    private PgParsers parsers;

    @Override
    ContractGateway open(Path place, Path temporary) throws IOException {
        database = DemoDatabase.startTemporary(new SecureRandom(), _ -> {});
        parsers = new PgParsers(1, 10_000);
        var house = new ContractGateway(place, "postgres");
        var targets = Map.of(
                ContractGateway.CONNECTION, target(house, place, ContractGateway.CONNECTION),
                ContractGateway.WITH_PURPOSE, target(house, place, ContractGateway.WITH_PURPOSE));
        var relay = new Relay.Settings(new Buffers(16, 64L << 20), house.threads, new Detectors(), 1 << 20, 100);
        house.serve(new PostgresProtocol(
                house.login,
                Optional.of(house.tls),
                new PostgresTargets(targets, house.random, (_, _) -> {}),
                () -> new Masker(new byte[32]),
                relay,
                house.random,
                30_000));
        return house;
    }

    private PostgresTarget target(ContractGateway house, Path place, String connection) throws IOException {
        var dialer = new Dialer(
                database.host(), database.port(), PemFiles.client(ClientTls.Mode.DISABLE, Optional.empty()), 10_000);
        var people =
                TargetCredential.of(database.people().user(), database.people().password());
        var own = TargetCredential.of(
                database.catalogue().user(), database.catalogue().password());
        var catalogue = new TargetCatalogue(connection, dialer, DemoDatabase.NAME, own, house.login, house.random);
        var understanding = new SqlUnderstanding(
                new Analyser(new PostgresParser(parsers)),
                catalogue,
                () -> PostgresContractTest::held,
                InheritedColumns.in(place, InheritedColumns.Learned.SILENT).of(connection),
                _ -> {});
        return new PostgresTarget(
                connection,
                dialer,
                DemoDatabase.NAME,
                List.of(new PostgresTarget.Granted(Selectors.EVERYONE, people)),
                own,
                Optional.empty(),
                understanding,
                true);
    }

    private static Classification.Classified held(ColumnName column) {
        boolean email = column.column().equals("email");
        return new Classification.Classified(email ? Category.EMAIL : Category.UNCLASSIFIED, email);
    }

    @Override
    void closeTarget() throws IOException {
        parsers.close();
        database.close();
    }

    @Override
    Guest guest(String user, String secret, String connection, Optional<String> purpose) throws IOException {
        var startup = new ArrayList<>(List.of("user", user, "database", connection));
        purpose.ifPresent(stated -> startup.addAll(List.of("options", "-c gatehouse.purpose=" + stated)));
        return new Psql(WireClient.connect(gateway.port(), gateway.authority, secret, startup));
    }

    private record Psql(WireClient client) implements Guest {
        @Override
        public String ask(Question question) throws IOException {
            int before = client.received().length;
            client.send(words(question));
            client.upTo('Z');
            var all = client.received();
            return new String(Arrays.copyOfRange(all, before, all.length), StandardCharsets.UTF_8);
        }

        private static FrontendMessage[] words(Question question) {
            return switch (question) {
                case CUSTOMER -> query("SELECT id, email FROM customers WHERE id = 7");
                case CUSTOMER_OTHERWISE -> binary("SELECT id, email FROM customers WHERE id = $1", "7");
                case UNRECORDED -> query("SELECT id FROM customers WHERE id = 987654");
                case FORBIDDEN -> query("SELECT 1 AS forbidden");
                case BREAKS_A_RULE -> query("SELECT 1 AS broken");
                case CHANGE -> query("DELETE FROM customers WHERE id = 7");
                case RIDDLE -> query("DO $$ BEGIN EXECUTE 'riddle'; END $$");
                case TOO_LARGE -> query("SELECT '" + "x".repeat(20_000) + "' AS too_large");
            };
        }

        private static FrontendMessage[] query(String sql) {
            return new FrontendMessage[] {new Query(Slice.utf8(sql))};
        }

        private static FrontendMessage[] binary(String sql, String parameter) {
            var values = Values.of(List.of(Optional.of(Slice.utf8(parameter))));
            return new FrontendMessage[] {
                new Parse("", Slice.utf8(sql), List.of(INTEGER)),
                new Bind("", "", Formats.TEXT, values, Formats.BINARY),
                new Describe(Prepared.PORTAL, ""),
                new Execute("", 0),
                new Sync()
            };
        }

        @Override
        public void stall() throws IOException {
            client.send(query("SELECT n, repeat('x', 1000) FROM generate_series(1, 1000000) AS n"));
        }

        @Override
        public void awaitEnd() throws IOException {
            client.awaitEnd();
        }

        @Override
        public byte[] received() {
            return client.received();
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    @Override
    boolean arrived(Question question) throws IOException {
        var trace = switch (question) {
            case CUSTOMER -> "WHERE id = 7";
            case CUSTOMER_OTHERWISE -> "WHERE id = $1";
            case UNRECORDED -> "987654";
            case FORBIDDEN -> "forbidden";
            case BREAKS_A_RULE -> "broken";
            case CHANGE -> "DELETE";
            case RIDDLE -> "riddle";
            case TOO_LARGE -> "too_large";
        };
        return Files.readString(database.log()).contains(trace);
    }

    @Override
    String targetSecret() {
        return database.people().password();
    }

    @Override
    String email() {
        return CUSTOMER;
    }
}
