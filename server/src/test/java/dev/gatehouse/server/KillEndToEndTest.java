package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.recording.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 under load: the record stays whole, and holds every statement that was answered.
@Tag("slow")
class KillEndToEndTest {
    /// More with `-Dgatehouse.kills=50`.
    private static final int KILLS = Integer.getInteger("gatehouse.kills", 10);
    private static final int CLIENTS = 8;
    private static final int ANSWERS_BEFORE_KILL = 200;

    @TempDir
    Path directory;

    private final AtomicLong numbers = new AtomicLong(1_000_000);
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @Test
    void everyAnsweredStatementIsOnRecordHoweverOftenItIsKilled() throws Exception {
        try (var demo = RunningDemo.prepare(directory)) {
            for (int kill = 0; kill < KILLS; kill++) {
                var gateway = demo.startProcess();
                assertThat(RecordOf.gateway(demo).verify().finding())
                        .as("after " + kill + " kills")
                        .isEmpty();
                loadUntilKilled(demo, gateway);
            }
            assertThat(RecordOf.gateway(demo).verify().finding())
                    .as("before the last recovery")
                    .isEmpty();
            var gateway = demo.startProcess();
            assertThat(gateway.stop()).isIn(0, 143);
            var record = RecordOf.gateway(demo);
            assertThat(record.verify().finding()).isEmpty();
            assertThat(answered).hasSizeGreaterThanOrEqualTo(KILLS * ANSWERS_BEFORE_KILL);
            assertThat(onRecord(record)).containsAll(answered);
        }
    }

    /// Eight clients ask numbered questions, each another way, until the gateway is killed in the middle of it.
    private void loadUntilKilled(RunningDemo demo, GatewayProcess gateway) throws Exception {
        var enough = new CountDownLatch(ANSWERS_BEFORE_KILL);
        var clients = new ArrayList<Thread>();
        for (int client = 0; client < CLIENTS; client++) {
            String mode = client % 2 == 0 ? "simple" : "extended";
            var properties = demo.jdbc(client % 4 < 2 ? DemoPart.ENGINEER : DemoPart.OFFICER);
            properties.setProperty("preferQueryMode", mode);
            String url = demo.jdbcUrl();
            clients.add(Thread.ofPlatform().start(() -> askUntilKilled(url, properties, enough)));
        }
        enough.await();
        gateway.kill();
        for (Thread client : clients) {
            client.join();
        }
    }

    private void askUntilKilled(String url, Properties properties, CountDownLatch enough) {
        try (var connection = DriverManager.getConnection(url, properties);
                var statement = connection.createStatement()) {
            while (true) {
                String number = Long.toString(numbers.incrementAndGet());
                try (var rows = statement.executeQuery("SELECT " + number + " AS n")) {
                    if (rows.next() && rows.getString(1).equals(number)) {
                        answered.add(number);
                        enough.countDown();
                    }
                }
            }
        } catch (SQLException killed) {
            // What this client was told up to here must be on record.
        }
    }

    /// The numbers that statements on record asked for.
    private static Set<String> onRecord(RecordOf record) throws IOException {
        List<String> literals = record.contents(Content.Kind.STATEMENT_LITERALS).stream()
                .map(RecordOf::text)
                .toList();
        return literals.stream()
                .flatMap(text -> java.util.Arrays.stream(text.split("\\D+", -1)))
                .collect(Collectors.toSet());
    }
}
