package dev.gatehouse.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// What it was measured on.
final class Machine {
    private static final int SYNCS = 101;

    private Machine() {}

    static void describe(PrintWriter out, boolean tls) throws IOException {
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 20)
                .findFirst()
                .orElse(0);
        out.println(Runtime.getRuntime().availableProcessors() + " processors shared by all, " + memory + " GiB, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version().feature() + ", load average "
                + Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0] + " before the run; clients "
                + (tls ? "with TLS." : "without TLS."));
    }

    /// The median time of forcing 4 KB that were appended to a file, in microseconds.
    static long syncMicros(Path directory) throws IOException {
        var file = directory.resolve("sync");
        var nanos = new long[SYNCS];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                channel.write(ByteBuffer.allocate(4096));
                long before = System.nanoTime();
                channel.force(true);
                nanos[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(nanos);
        return nanos[SYNCS / 2] / 1000;
    }
}
