package dev.gatehouse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/// How long the launcher takes until a gateway that has run before listens again: from the start of the process to the
/// line that says so.
record StartUp(Gateways gateways, String name) {
    /// The fastest of some starts and their median, in seconds.
    record Took(double best, double median) {}

    Took seconds(int starts) throws IOException {
        var seconds = new double[starts];
        for (int i = 0; i < starts; i++) {
            seconds[i] = once();
        }
        Arrays.sort(seconds);
        return new Took(seconds[0], seconds[starts / 2]);
    }

    private double once() throws IOException {
        long before = System.nanoTime();
        var process = GatewayUnderTest.serving(gateways, name).start();
        try {
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (out.readLine() == null) {
                throw new IOException("a gateway did not start again");
            }
            return (System.nanoTime() - before) / 1e9;
        } finally {
            Programs.stop(process);
        }
    }

    /// How many entries its log has: the second line of the checkpoint.
    long entries() throws IOException {
        var checkpoint = gateways.directory()
                .resolve(name)
                .resolve("data")
                .resolve("log")
                .resolve("checkpoint");
        return Long.parseLong(Files.readAllLines(checkpoint).get(1));
    }
}
