package dev.gatehouse.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// How mistakes are told: one sentence on standard error, never a stack trace.
final class Mistakes {
    private Mistakes() {}

    static int inUsage(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        var out = command.getErr();
        out.println("gatehouse: " + Text.oneLine(String.valueOf(mistake.getMessage())));
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> near = new ArrayList<>(unmatched.getSuggestions());
            if (!near.isEmpty()) {
                out.println("Did you mean: " + String.join(", ", near) + "?");
            }
        }
        out.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    static int inExecution(Exception mistake, CommandLine command, ParseResult parsed) {
        return switch (mistake) {
            case CommandFailed failed -> {
                command.getErr().println("gatehouse: " + failed.getMessage());
                yield failed.exit();
            }
            case ParameterException usage -> inUsage(usage, new String[0]);
            default -> {
                String text = String.valueOf(mistake.getMessage());
                command.getErr()
                        .println("gatehouse: this should not have happened: "
                                + mistake.getClass().getSimpleName() + ": " + Text.oneLine(text));
                yield Exit.REFUSED;
            }
        };
    }
}
