package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.client.Json;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says which version this is.
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Print the version.",
        footer = {"", "Example:", "  gatehouse version -o json"})
public final class Version implements Callable<Integer> {
    private final Shell shell;
    private final String version;

    @Mixin
    private As as = new As();

    public Version(Shell shell, String version) {
        this.shell = shell;
        this.version = version;
    }

    @Override
    public Integer call() {
        String java = Runtime.version().toString();
        shell.out()
                .println(
                        as.json()
                                ? Json.line(Map.of("version", version, "java", java))
                                : "gatehouse " + version + " (Java " + java + ")");
        return Exit.DONE;
    }
}
