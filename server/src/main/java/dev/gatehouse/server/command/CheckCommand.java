package dev.gatehouse.server.command;

import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SettingsLoader;
import dev.gatehouse.server.settings.yaml.Finding;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
    /// The forms of output.
    enum Output {
        text,
        json
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration file.")
    private Path file;

    @Option(names = "--live", description = "Also look at the targets.")
    private boolean live;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}.")
    private Output output = Output.text;

    private final SettingsLoader loader;
    private final LiveCheck liveCheck;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public CheckCommand(SettingsLoader loader, LiveCheck liveCheck) {
        this.loader = loader;
        this.liveCheck = liveCheck;
    }

    @Override
    public Integer call() {
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
        return findings.stream().anyMatch(Finding::mistake) ? 1 : 0;
    }

    private void print(List<Finding> findings) {
        switch (output) {
            case json ->
                out().println(JsonMapper.shared()
                        .writeValueAsString(
                                findings.stream().map(CheckCommand::fields).toList()));
            case text -> findings.forEach(finding -> out().println(finding));
        }
        long mistakes = findings.stream().filter(Finding::mistake).count();
        err().println(file + ": " + count(mistakes, "mistake") + ", " + count(findings.size() - mistakes, "warning"));
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
