package dev.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// What sessions cost that say nothing: resident memory of the gateway before and with them, each time after a
/// collection.
final class IdleSessions {
    private static final long SETTLE_NANOS = 2_000_000_000L;

    private final GatewayUnderTest gateway;
    private final int sessions;

    IdleSessions(GatewayUnderTest gateway, int sessions) {
        this.gateway = gateway;
        this.sessions = sessions;
    }

    long kilobytes() throws IOException {
        // Some came and went before: what the first ones bring into memory once is not theirs.
        with(sessions / 4);
        long before = collected();
        return (with(sessions) - before) / sessions;
    }

    private long with(int count) throws IOException {
        var script = Files.createTempFile("gatehouse-bench-idle", ".sql");
        try {
            Files.writeString(script, "SELECT 1;\n\\sleep 60 s\n");
            var command = new ArrayList<>(List.of(Database.program("pgbench"), "-n", "-f", script.toString()));
            command.addAll(List.of("-c", Integer.toString(count), "-t", "1"));
            var pgbench = Programs.start(gateway.way().environment(), Path.of("/dev/null"), command);
            try {
                awaitSessions(count);
                return collected();
            } finally {
                Programs.stop(pgbench);
                LockSupport.parkNanos(SETTLE_NANOS);
            }
        } finally {
            Files.delete(script);
        }
    }

    /// Each session has two sockets.
    private void awaitSessions(int count) throws IOException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (Cpu.sockets(gateway.pid()) < 2L * count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000_000);
        }
        LockSupport.parkNanos(SETTLE_NANOS);
    }

    private long collected() throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Programs.run(Map.of(), List.of(jcmd, Long.toString(gateway.pid()), "GC.run"));
        return Cpu.residentKb(gateway.pid());
    }
}
