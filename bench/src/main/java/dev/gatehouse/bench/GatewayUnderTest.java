package dev.gatehouse.bench;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The product as its launcher starts it, in a process of its own. Attaching is allowed, for collections and profiles.
final class GatewayUnderTest implements AutoCloseable {
    private static final String CONNECTION = "bench";
    private static final String PASSWORD_VARIABLE = "BENCH_PASSWORD";

    private final Process process;
    private final Way way;
    private final String console;

    private GatewayUnderTest(Process process, Way way, String console) {
        this.process = process;
        this.console = console;
        this.way = way;
    }

    static GatewayUnderTest start(String name, boolean tls, Gateways gateways) throws IOException {
        var directory = Files.createDirectories(gateways.directory().resolve(name));
        var configuration = directory.resolve("gatehouse.yaml");
        Files.writeString(configuration, configuration(name, directory, tls, gateways));
        var environment = Map.of(PASSWORD_VARIABLE, Database.PASSWORD);
        var launcher = gateways.launcher().toString();
        Programs.run(environment, List.of(launcher, "init", "-c", configuration.toString()));
        var builder = serving(gateways, name);
        builder.environment().merge("GATEHOUSE_JAVA_OPTIONS", "-XX:-DisableAttachMechanism", (a, b) -> a + " " + b);
        var process = builder.start();
        try {
            var ready = ready(process);
            return new GatewayUnderTest(
                    process,
                    way(name, tls, ready, process.pid(), gateways),
                    "https://localhost:" + port(ready.get("console").asString()));
        } catch (IOException | RuntimeException failed) {
            Programs.stop(process);
            throw failed;
        }
    }

    /// How the launcher serves what [#start] has configured under this name.
    static ProcessBuilder serving(Gateways gateways, String name) {
        var directory = gateways.directory().resolve(name);
        var configuration = directory.resolve("gatehouse.yaml").toString();
        var builder = new ProcessBuilder(gateways.launcher().toString(), "serve", "-c", configuration, "-o", "json")
                .redirectError(directory.resolve("log").toFile());
        builder.environment().put(PASSWORD_VARIABLE, Database.PASSWORD);
        return builder;
    }

    private static String configuration(String name, Path directory, boolean tls, Gateways gateways)
            throws IOException {
        var certificate = "{ certificate: %s, key: %s }"
                .formatted(
                        gateways.certificates().certificate(),
                        gateways.certificates().key());
        return resource("gateway.yaml")
                .concat(resource(rules(name)))
                .replace("{{name}}", name)
                .replace("{{data}}", directory.resolve("data").toString())
                .replace("{{keys}}", directory.resolve("keys").toString())
                .replace("{{tls}}", tls ? certificate : "off")
                .replace("{{certificate}}", certificate)
                .replace("{{issuer}}", gateways.issuer().issuer())
                .replace("{{target}}", "127.0.0.1:" + gateways.database().port() + "/" + Database.NAME)
                .replace("{{user}}", Database.USER)
                .replace("{{password}}", PASSWORD_VARIABLE);
    }

    private static String rules(String name) {
        if (name.equals("full")) {
            return "full.yaml";
        }
        return name.startsWith("waiting") ? "waiting.yaml" : "pass.yaml";
    }

    private static JsonNode ready(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("a gateway did not start");
        }
        return JsonMapper.shared().readTree(line);
    }

    /// Without TLS only a minted credential gets in, with TLS the token itself.
    private static Way way(String name, boolean tls, JsonNode ready, long process, Gateways gateways)
            throws IOException {
        int port = port(ready.get("postgres").asString());
        var token = gateways.issuer().mint(DemoPart.ENGINEER);
        if (tls) {
            return new Way(name, port, DemoPart.ENGINEER.email(), token, CONNECTION, true, List.of(process));
        }
        var made = JsonMapper.shared()
                .readTree(Programs.run(
                        Map.of(
                                "GATEHOUSE_URL",
                                "https://localhost:" + port(ready.get("console").asString()),
                                "GATEHOUSE_CA",
                                gateways.certificates().ca().toString(),
                                "GATEHOUSE_TOKEN",
                                token),
                        List.of(
                                gateways.launcher().toString(),
                                "credentials",
                                "create",
                                CONNECTION,
                                "--for",
                                "8h",
                                "-o",
                                "json")));
        return new Way(
                name,
                port,
                made.get("user").asString(),
                made.get("secret").asString(),
                CONNECTION,
                false,
                List.of(process));
    }

    private static int port(String address) {
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

    /// The origin of its console.
    String console() {
        return console;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        Programs.stop(process);
    }
}
