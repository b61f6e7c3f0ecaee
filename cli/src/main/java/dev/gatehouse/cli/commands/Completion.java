package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a script with which a shell completes commands and options.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a completion script for bash or zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(gatehouse completion bash)",
            "  gatehouse completion zsh > ~/.zsh/gatehouse && source ~/.zsh/gatehouse"
        })
public final class Completion implements Callable<Integer> {
    enum Kind {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "bash|zsh", description = "For which shell.")
    private Kind kind = Kind.BASH;

    public Completion(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("gatehouse", spec.root().commandLine());
        shell.out()
                .print(
                        switch (kind) {
                            case BASH -> script;
                            // the script itself turns on zsh's bashcompinit, which needs zsh's own completion to be
                            // loaded
                            case ZSH -> "autoload -U +X compinit && compinit\n" + script;
                        });
        return Exit.DONE;
    }
}
