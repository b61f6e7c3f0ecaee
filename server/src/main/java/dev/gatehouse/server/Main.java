package dev.gatehouse.server;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.server.admin.OfflineRecord;
import dev.gatehouse.server.command.BypassSuiteCommand;
import dev.gatehouse.server.command.CheckCommand;
import dev.gatehouse.server.command.DemoCommand;
import dev.gatehouse.server.command.DiscoverCommand;
import dev.gatehouse.server.command.ExplainCommand;
import dev.gatehouse.server.command.InitCommand;
import dev.gatehouse.server.command.RehearseCommand;
import dev.gatehouse.server.command.ReindexCommand;
import dev.gatehouse.server.command.ServeCommand;
import dev.gatehouse.server.live.Discovery;
import dev.gatehouse.server.live.LiveTargets;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine;

/// The command line, installed as `gatehouse`: the commands that ask a gateway, and those that are one.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments.length > 0 ? arguments[0] : "").execute(arguments));
    }

    /// A filter and a gateway start at once: neither waits for what other commands need.
    private static CommandLine commandLine(String command) {
        return switch (command) {
            case "detect" -> offline(shell());
            case "serve" -> serving(shell());
            default -> commandLine(shell());
        };
    }

    private static CommandLine serving(Shell shell) {
        var conditions = new FutureTask<>(CelConditions::new);
        Thread.ofPlatform().daemon().name("conditions").start(conditions);
        var root =
                new CommandLine(new Gatehouse()).addSubcommand(new ServeCommand(() -> new Starter(made(conditions))));
        return Gatehouse.settle(root, shell);
    }

    /// What another processor has made meanwhile.
    private static CelConditions made(FutureTask<CelConditions> conditions) {
        try {
            return conditions.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", stopping);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("rules cannot be read here", broken.getCause());
        }
    }

    private static Shell shell() {
        return Shell.ofProcess(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    /// Without what only a gateway needs.
    private static CommandLine offline(Shell shell) {
        return Gatehouse.settle(
                Gatehouse.commandLine(
                        shell,
                        file -> OfflineRecord.open(file, new SettingsLoader(new CelConditions())),
                        Gateway.VERSION),
                shell);
    }

    static CommandLine commandLine(Shell shell) {
        var conditions = new CelConditions();
        var loader = new SettingsLoader(conditions);
        var starter = new Starter(conditions);
        var root = Gatehouse.commandLine(shell, file -> OfflineRecord.open(file, loader), Gateway.VERSION)
                .addSubcommand(new DemoCommand(starter))
                .addSubcommand(new ServeCommand(() -> starter))
                .addSubcommand(new InitCommand(loader))
                .addSubcommand(new RehearseCommand(starter))
                .addSubcommand(new ExplainCommand(loader, new DryRun(conditions)))
                .addSubcommand(new ReindexCommand(loader))
                .addSubcommand(new BypassSuiteCommand())
                .addSubcommand(new CheckCommand(loader, new LiveTargets(conditions)))
                .addSubcommand(new DiscoverCommand(loader, new Discovery(conditions)));
        root.getCommandSpec().version("gatehouse " + Gateway.VERSION);
        return Gatehouse.settle(root, shell);
    }
}
