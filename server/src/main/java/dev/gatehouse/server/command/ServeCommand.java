package dev.gatehouse.server.command;

import dev.gatehouse.server.RunningGateway;
import dev.gatehouse.server.Starter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration file.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text or json.")
    private String output = "text";

    private final Starter starter;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public ServeCommand(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() {
        var started = starter.start(file, spec.commandLine().getErr());
        if (started.isEmpty()) {
            return 2;
        }
        RunningGateway gateway = started.get();
        spec.commandLine().getOut().println(output.equals("json") ? gateway.readyJson() : gateway.readyLine());
        spec.commandLine().getOut().flush();
        gateway.serveUntilStopped(() -> {});
        return 0;
    }
}
