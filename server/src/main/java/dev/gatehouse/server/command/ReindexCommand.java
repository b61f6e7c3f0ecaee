package dev.gatehouse.server.command;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.admin.RecordedSessions;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `gatehouse reindex`: makes `index/` again from the log.
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description =
                "Makes the index of the record again from the log. The gateway does so by itself whenever the index"
                        + " does not fit the log; this does it beforehand, also while the gateway runs.",
        footer = {"", "Example:", "  gatehouse reindex -c gatehouse.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:made", "1:the log cannot be read", "2:the configuration has mistakes, or there is no record"
        })
public final class ReindexCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration file.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "text (default) or json.")
    private String output;

    private final SettingsLoader loader;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public ReindexCommand(SettingsLoader loader) {
        this.loader = loader;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Loaded loaded = loader.load(file);
        if (loaded.settings().isEmpty()) {
            loaded.mistakes().forEach(err::println);
            return Exit.USAGE;
        }
        var gateway = loaded.settings().get().gateway();
        if (!Files.isDirectory(gateway.data().resolve("log"))) {
            err.println("There is no record in " + gateway.data() + " yet: the gateway was never started with " + file
                    + ".");
            return Exit.USAGE;
        }
        err.println("Reading the log below " + gateway.data() + "…");
        try (var keys = GatewayKeys.load(gateway.keys())) {
            long entries = new RecordedSessions(gateway.data(), keys, () -> {}, () -> -1, true).reindex();
            var out = spec.commandLine().getOut();
            out.println(
                    output.equals("json")
                            ? JsonMapper.shared().writeValueAsString(Map.of("entries", entries))
                            : "Indexed " + entries + " entries.");
            return Exit.DONE;
        } catch (IOException unreadable) {
            err.println("The index could not be made: " + unreadable.getMessage());
            return Exit.REFUSED;
        }
    }
}
