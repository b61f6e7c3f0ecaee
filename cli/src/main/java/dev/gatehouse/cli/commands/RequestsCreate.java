package dev.gatehouse.cli.commands;

import dev.gatehouse.api.RequestCreation;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks for an approval in advance.
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Ask in advance: for one statement, exactly as it will be sent, or for a window of time.",
        footer = {
            "",
            "Examples:",
            "  gatehouse requests create shop \"UPDATE customers SET segment = 'x' WHERE id = 5\" --because INC-42",
            "  gatehouse requests create shop --effect write --for 30m --because INC-42"
        })
public final class RequestsCreate implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(index = "0", paramLabel = "CONNECTION", description = "Where it will be asked.")
    private String connection = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "SQL", description = "The statement.")
    private @Nullable String statement;

    @Option(
            names = "--effect",
            split = ",",
            paramLabel = "EFFECT",
            description = "A window for: read, write, ddl, admin.")
    private @Nullable List<String> effects;

    @Option(names = "--for", paramLabel = "TIME", description = "How long the window lasts once approved: 30m, 2h.")
    private @Nullable String length;

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why, for those who decide.")
    private String because = "";

    @Option(names = "--purpose", paramLabel = "PURPOSE", description = "The purpose of the session that will ask.")
    private @Nullable String purpose;

    public RequestsCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if ((statement == null) == (effects == null) || (effects == null) != (length == null)) {
            throw CommandFailed.usage("Name either the statement, or a window: --effect write --for 30m.");
        }
        try (var gateway = where.open(shell)) {
            RequestText.print(
                    shell,
                    as,
                    gateway.createRequest(new RequestCreation(
                            connection,
                            Optional.ofNullable(statement),
                            Optional.ofNullable(effects),
                            Optional.ofNullable(length),
                            because,
                            Optional.ofNullable(purpose))));
            if (effects != null) {
                shell.err()
                        .println(
                                "Once approved, the window admits what the rules above ask about. Other rules still ask or"
                                        + " deny, for instance where they name tables or columns.");
            }
            return Exit.DONE;
        }
    }
}
