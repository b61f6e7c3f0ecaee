package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.detect.Filter;
import dev.gatehouse.detection.Detection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Finds personal data and secrets in rows, as a filter.
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = {
            "Find personal data and secrets in rows: reads one JSON object per line from standard input, writes what"
                    + " was found in it to standard output, one line per line, in order. Needs no gateway.",
            "In:  {\"id\":\"r1\",\"table\":\"customers\",\"types\":{\"mail\":\"text\"},\"cells\":{\"mail\":\"jane@example.com\"}}",
            "Out: {\"id\":\"r1\",\"preds\":{\"mail\":[{\"start\":0,\"end\":16,\"type\":\"EMAIL\",\"category\":\"contact.email\","
                    + "\"confidence\":0.99}]}}",
            "Places are UTF-16 code units, the end exclusive. A line that cannot be read becomes"
                    + " {\"id\":…,\"error\":\"…\"}; then the exit code is 1."
        },
        footer = {"", "Example:", "  gatehouse detect < rows.jsonl > found.jsonl"})
public final class Detect implements Callable<Integer> {
    private static final int BUFFER = 64 * 1024;

    private final Shell shell;

    @Option(
            names = "--sets",
            description = "Read all rows before answering, so that the rows of a column can speak together. Without it"
                    + " each line stands alone.")
    private boolean sets;

    public Detect(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var out = new BufferedOutputStream(shell.out(), BUFFER);
        var filter = new Filter(new Detection(), out);
        try {
            if (sets) {
                filter.sets(shell.in());
            } else {
                filter.each(shell.in());
            }
        } catch (IOException broken) {
            throw CommandFailed.usage("The rows cannot be read or the findings not written: " + broken.getMessage());
        }
        if (filter.malformed() > 0) {
            shell.err().println(filter.malformed() + " lines could not be read; each has an error in its place.");
            return Exit.REFUSED;
        }
        return Exit.DONE;
    }
}
