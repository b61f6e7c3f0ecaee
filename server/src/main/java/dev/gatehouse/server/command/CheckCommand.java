package dev.gatehouse.server.command;

import dev.gatehouse.cli.commands.As;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SettingsLoader;
import dev.gatehouse.server.settings.yaml.Finding;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `gatehouse check`: every mistake of a configuration at once. Warnings alone leave the exit code at 0.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Finds every mistake in a configuration, with file, line, column and what to do.",
        footer = {"", "Example:", "  gatehouse check -c gatehouse.yaml --live"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no mistakes (perhaps warnings)", "1:mistakes", "2:usage, or no such file"})
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationFile configuration = new ConfigurationFile();

    @Option(names = "--live", description = "Also look at the targets.")
    private boolean live;

    @Mixin
    private As as = new As();

    private final SettingsLoader loader;
    private final LiveCheck liveCheck;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public CheckCommand(SettingsLoader loader, LiveCheck liveCheck) {
        this.loader = loader;
        this.liveCheck = liveCheck;
    }

    @Override
    public Integer call() {
        var file = configuration.path();
        if (!Files.isReadable(file)) {
            err().println("There is no readable file " + file + ". Name the configuration with -c FILE.");
            return 2;
        }
        Loaded loaded = loader.load(file);
        var findings = new ArrayList<>(loaded.findings());
        if (live) {
            loaded.settings().ifPresent(settings -> findings.addAll(liveCheck.check(settings, loaded)));
        }
        print(findings);
        long mistakes = findings.stream().filter(Finding::mistake).count();
        err().println(file + ": " + count(mistakes, "mistake") + ", " + count(findings.size() - mistakes, "warning"));
        return mistakes > 0 ? 1 : 0;
    }

    private void print(List<Finding> findings) {
        if (as.json()) {
            var list = findings.stream().map(CheckCommand::fields).toList();
            out().println(JsonMapper.shared().writeValueAsString(list));
        } else {
            findings.forEach(finding -> out().println(finding));
        }
    }

    private static String count(long number, String what) {
        return (number == 0 ? "no" : Long.toString(number)) + " " + what + (number == 1 ? "" : "s");
    }

    private static Map<String, Object> fields(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", finding.place().file().toString());
        fields.put("line", finding.place().line());
        fields.put("column", finding.place().column());
        fields.put("message", finding.message());
        finding.suggestion().ifPresent(suggestion -> fields.put("suggestion", suggestion));
        fields.put("severity", finding.severity().word());
        return fields;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
