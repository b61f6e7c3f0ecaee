package dev.gatehouse.server.command;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.commands.As;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.admin.RecordedSessions;
import dev.gatehouse.server.admin.Views;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private ConfigurationFile configuration = new ConfigurationFile();

    @Mixin
    private As as = new As();

    private final SettingsLoader loader;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public ReindexCommand(SettingsLoader loader) {
        this.loader = loader;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        var loaded = configuration.load(loader, err);
        if (loaded.isEmpty()) {
            return Exit.USAGE;
        }
        var gateway = loaded.get().settings().orElseThrow().gateway();
        if (!Files.isDirectory(gateway.data().resolve("log"))) {
            err.println("There is no record in " + gateway.data() + " yet: the gateway was never started with "
                    + configuration.path() + ".");
            return Exit.USAGE;
        }
        err.println("Reading the log below " + gateway.data() + "…");
        try (var keys = GatewayKeys.load(gateway.keys())) {
            long entries = new RecordedSessions(gateway.data(), keys, () -> {}, () -> -1, true, Views.ofEverything())
                    .reindex();
            var out = spec.commandLine().getOut();
            out.println(
                    as.json()
                            ? JsonMapper.shared().writeValueAsString(Map.of("entries", entries))
                            : "Indexed " + entries + " entries.");
            return Exit.DONE;
        } catch (IOException unreadable) {
            err.println("The index could not be made: " + unreadable.getMessage());
            return Exit.REFUSED;
        }
    }
}
