package dev.gatehouse.bench;

import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoIssuer;
import dev.gatehouse.demo.DemoPart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The product as its launcher starts it, in a process of its own.
final class GatewayUnderTest implements AutoCloseable {
    private static final String CONNECTION = "bench";

    private final Process process;
    private final Way way;
    private final Path data;

    private GatewayUnderTest(Process process, Way way, Path data) {
        this.process = process;
        this.way = way;
        this.data = data;
    }

    /// @param name `pass` or `full`: the configuration in the resources
    static GatewayUnderTest start(
            String name,
            Path directory,
            Path launcher,
            Database database,
            DemoCertificates certificates,
            DemoIssuer issuer)
            throws IOException {
        Files.createDirectories(directory);
        var configuration = directory.resolve("gatehouse.yaml");
        Files.writeString(
                configuration,
                resource(name + ".yaml")
                        .replace("{{data}}", directory.resolve("data").toString())
                        .replace("{{keys}}", directory.resolve("keys").toString())
                        .replace("{{certificate}}", certificates.certificate().toString())
                        .replace("{{key}}", certificates.key().toString())
                        .replace("{{issuer}}", issuer.issuer())
                        .replace("{{target}}", "127.0.0.1:" + database.port() + "/" + Database.NAME)
                        .replace("{{user}}", Database.USER)
                        .replace("{{password}}", "BENCH_PASSWORD"));
        var environment = Map.of("BENCH_PASSWORD", Database.PASSWORD);
        Programs.run(environment, List.of(launcher.toString(), "init", "-c", configuration.toString()));
        var builder = new ProcessBuilder(launcher.toString(), "serve", "-c", configuration.toString(), "-o", "json")
                .redirectError(directory.resolve("log").toFile());
        builder.environment().putAll(environment);
        builder.environment().merge("GATEHOUSE_JAVA_OPTIONS", "-XX:-DisableAttachMechanism", (a, b) -> a + " " + b);
        var process = builder.start();
        int port = port(process);
        var way = new Way(
                name,
                port,
                DemoPart.ENGINEER.email(),
                issuer.mint(DemoPart.ENGINEER),
                CONNECTION,
                true,
                List.of(process.pid()));
        return new GatewayUnderTest(process, way, directory.resolve("data"));
    }

    private static int port(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = out.readLine();
        if (ready == null) {
            throw new IOException("the gateway did not start");
        }
        String address = JsonMapper.shared().readTree(ready).get("postgres").asString();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = GatewayUnderTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Way way() {
        return way;
    }

    long pid() {
        return process.pid();
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        Programs.stop(process);
    }
}
