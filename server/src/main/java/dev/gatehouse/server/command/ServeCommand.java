package dev.gatehouse.server.command;

import dev.gatehouse.cli.commands.As;
import dev.gatehouse.server.RunningGateway;
import dev.gatehouse.server.Starter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gatehouse serve`: the gateway, until it is asked to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the gateway until SIGTERM or Ctrl-C. Keys must exist: see gatehouse init.",
        footer = {"", "Example:", "  gatehouse serve -c gatehouse.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped when asked to", "2:the configuration, keys, data or addresses cannot be used"})
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationFile configuration = new ConfigurationFile();

    @Mixin
    private As as = new As();

    private final Supplier<Starter> starter;

    /// @param starter asked for once the options are read
    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public ServeCommand(Supplier<Starter> starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() {
        var started =
                starter.get().start(configuration.path(), spec.commandLine().getErr());
        if (started.isEmpty()) {
            return 2;
        }
        RunningGateway gateway = started.get();
        spec.commandLine().getOut().println(as.json() ? gateway.readyJson() : gateway.readyLine());
        spec.commandLine().getOut().flush();
        gateway.serveUntilStopped(() -> {});
        return 0;
    }
}
