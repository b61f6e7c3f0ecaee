package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Query;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Other people's sessions do not notice: many idle ones, busy ones, and among them a client that does not read, the
/// reader of a very large row, and a flood of connections that never log in.
///
/// A thousand idle and fifty busy ones, with figures, by `-Dgatehouse.crowd=true -Dgatehouse.demo.connections=1200`.
@Tag("slow")
@Timeout(900)
class CrowdEndToEndTest {
    private static final boolean FULL = Boolean.getBoolean("gatehouse.crowd");
    private static final int IDLE = FULL ? 1000 : 100;
    private static final int BUSY = FULL ? 50 : 10;
    private static final int QUESTIONS = FULL ? 200 : 20;
    private static final int STRANGERS = FULL ? 1000 : 100;
    private static final int LARGE_ROW = FULL ? 60_000_000 : 20_000_000;

    @TempDir
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();

    @Test
    void oneStallerOneHugeRowAndAFloodOfLoginsStopNobodyElse() throws Exception {
        try (var demo = RunningDemo.prepare(directory);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            demo.configure(text ->
                    text.replace("limits: {}", "limits: { sessions: 3000, sessions-per-identity: 3000, logins: 50 }"));
            var gateway = demo.startProcess();
            var first = connected(demo);
            long before = residentKilobytes(gateway);
            for (int i = 0; i < IDLE; i++) {
                var _ = connected(demo);
            }
            tell("idle sessions with TLS: %d, memory of the process per session: %d KB"
                    .formatted(IDLE, (residentKilobytes(gateway) - before) / IDLE));
            stall(demo);
            var reader = connected(demo);
            var clients = new ArrayList<WireClient>();
            for (int i = 0; i < BUSY; i++) {
                clients.add(connected(demo));
            }
            // All are in: while strangers crowd the door, the next honest one may have to come again.
            var flood = workers.submit(() -> flood(demo));
            var large = workers.submit(() -> largeRow(reader));
            var busy = new ArrayList<Future<long[]>>();
            clients.forEach(client -> busy.add(workers.submit(busyOne(client))));
            for (var each : busy) {
                var nanos = each.get();
                assertThat(nanos).hasSize(QUESTIONS);
            }
            tellTimes(busy);
            assertThat(large.get()).isGreaterThan(LARGE_ROW);
            flood.get();
            assertThat(asked(first, "SELECT 42")).contains("42");
            closeAll();
            demo.stopGateway();
            assertThat(RecordOf.gateway(demo).verify().finding()).isEmpty();
        }
    }

    private WireClient connected(RunningDemo demo) throws IOException {
        var client = WireClient.connect(demo, DemoPart.ENGINEER);
        synchronized (open) {
            open.add(client);
        }
        return client;
    }

    private void closeAll() throws Exception {
        synchronized (open) {
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }

    private static String asked(WireClient client, String text) throws IOException {
        int before = client.received().length;
        client.send(new Query(Slice.utf8(text)));
        client.upTo('Z');
        byte[] all = client.received();
        return new String(Arrays.copyOfRange(all, before, all.length), java.nio.charset.StandardCharsets.UTF_8);
    }

    /// Asks for much and reads nothing of it.
    private void stall(RunningDemo demo) throws IOException {
        connected(demo).send(new Query(Slice.utf8("SELECT repeat('x', 10000) FROM generate_series(1, 20000)")));
    }

    private static long largeRow(WireClient reader) throws IOException {
        reader.send(new Query(Slice.utf8("SELECT repeat('x', " + LARGE_ROW + ")")));
        reader.upTo('Z');
        return reader.received().length;
    }

    /// Connects and says nothing; the gateway closes most of them.
    private int flood(RunningDemo demo) throws IOException {
        for (int i = 0; i < STRANGERS; i++) {
            var stranger = new Socket("localhost", demo.port());
            synchronized (open) {
                open.add(stranger);
            }
        }
        return STRANGERS;
    }

    private static Callable<long[]> busyOne(WireClient client) {
        return () -> {
            var nanos = new long[QUESTIONS];
            for (int i = 0; i < QUESTIONS; i++) {
                long began = System.nanoTime();
                assertThat(asked(client, "SELECT " + i + " + 1000000")).contains(Integer.toString(1_000_000 + i));
                nanos[i] = System.nanoTime() - began;
            }
            return nanos;
        };
    }

    private static long residentKilobytes(GatewayProcess gateway) throws IOException, InterruptedException {
        if (!FULL) {
            return 0;
        }
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(gateway.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        try (var lines = Files.lines(Path.of("/proc/" + gateway.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static void tellTimes(List<Future<long[]>> busy) throws Exception {
        var all = new ArrayList<Long>();
        for (var each : busy) {
            Arrays.stream(each.get()).forEach(all::add);
        }
        all.sort(Long::compare);
        tell("busy sessions: %d, statements: %d, median %.1f ms, 99th percentile %.1f ms, longest %.1f ms"
                .formatted(
                        BUSY,
                        all.size(),
                        all.get(all.size() / 2) / 1e6,
                        all.get(all.size() * 99 / 100) / 1e6,
                        all.getLast() / 1e6));
    }

    private static void tell(String words) {
        if (FULL) {
            System.out.println(words);
        }
    }
}
