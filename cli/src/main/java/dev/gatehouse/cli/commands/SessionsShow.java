package dev.gatehouse.cli.commands;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.OfflineRecords;
import dev.gatehouse.cli.SessionSource;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Json;
import dev.gatehouse.cli.play.Words;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows what was asked in one session, and what came of it.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show what was asked in a session, how it was decided and what was masked. That you looked goes"
                + " on record.",
        footer = {"", "Example:", "  gatehouse sessions show 2x3k7q0w5e9r1t4y6u8j2h5g7f -o json"})
public final class SessionsShow implements Callable<Integer> {
    private final Shell shell;
    private final OfflineRecords offline;

    @Mixin
    private From from = new From();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As sessions list shows it.")
    private String id = "";

    public SessionsShow(Shell shell, OfflineRecords offline) {
        this.shell = shell;
        this.offline = offline;
    }

    @Override
    public Integer call() throws IOException {
        try (SessionSource source = from.open(shell, offline)) {
            SessionDetail detail = source.show(id);
            if (as.json()) {
                shell.out().println(Json.line(detail));
            } else {
                print(detail);
            }
            return Exit.DONE;
        }
    }

    private void print(SessionDetail detail) {
        SessionSummary session = detail.session();
        shell.out().println(Words.heading(session));
        detail.client().ifPresent(client -> shell.out().println("client   " + Text.oneLine(client)));
        detail.source().ifPresent(source -> shell.out().println("from     " + Text.oneLine(source)));
        session.purpose().ifPresent(purpose -> shell.out().println("purpose  " + Text.oneLine(purpose)));
        shell.out().println("state    " + SessionsList.state(session));
        for (OperationRecord operation : detail.operations()) {
            shell.out().println();
            Words.of(operation).forEach(shell.out()::println);
            Words.columns(operation).forEach(shell.out()::println);
        }
    }
}
