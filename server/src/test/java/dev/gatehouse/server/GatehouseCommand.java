package dev.gatehouse.server;

import dev.gatehouse.cli.Programs;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.demo.DemoPart;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command `gatehouse`, run in this process against a demo's gateway.
record GatehouseCommand(RunningDemo demo, DemoPart as) {
    /// What a command said, and how it ended.
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Ran(int exit, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(bytes);
        }
    }

    Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var shell = new Shell(
                Map.of(
                        "GATEHOUSE_URL", demo.consoleUrl(),
                        "GATEHOUSE_CA", demo.certificateAuthority().toString(),
                        "GATEHOUSE_TOKEN", demo.token(as)),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                demo.directory(),
                Programs::inForeground,
                Thread::sleep,
                InstantSource.system());
        int exit = Main.commandLine(shell).execute(arguments);
        return new Ran(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
