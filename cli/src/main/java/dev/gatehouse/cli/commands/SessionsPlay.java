package dev.gatehouse.cli.commands;

import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.OfflineRecords;
import dev.gatehouse.cli.SessionSource;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.play.Steps;
import dev.gatehouse.cli.play.Transcript;
import dev.gatehouse.cli.play.Words;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Replays a session.
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "Replay a session: what was asked, and the answers exactly as the client received them. Where"
                + " your own masks are stricter than what the client was shown, values are hidden from you, and there"
                + " is no --raw. For auditors; that you looked goes on record.",
        footer = {
            "",
            "Examples:",
            "  gatehouse sessions play 2x3k7q0w5e9r1t4y6u8j2h5g7f --speed 4",
            "  gatehouse sessions play 2x3k7q0w5e9r1t4y6u8j2h5g7f --raw > delivered.bin"
        })
public final class SessionsPlay implements Callable<Integer> {
    private final Shell shell;
    private final OfflineRecords offline;

    @Mixin
    private From from = new From();

    @Parameters(paramLabel = "ID", description = "As sessions list shows it.")
    private String id = "";

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            description = "N times as fast as it happened; default: all at once.")
    private double speed;

    @Option(names = "--raw", description = "Write the delivered bytes to standard output, and nothing else.")
    private boolean raw;

    public SessionsPlay(Shell shell, OfflineRecords offline) {
        this.shell = shell;
        this.offline = offline;
    }

    @Override
    public Integer call() throws IOException {
        if (speed < 0) {
            throw CommandFailed.usage("--speed takes a number above 0.");
        }
        try (SessionSource source = from.open(shell, offline)) {
            if (raw) {
                source.replay(id, shell.out());
            } else {
                play(source);
            }
            shell.out().flush();
            return Exit.DONE;
        }
    }

    private void play(SessionSource source) throws IOException {
        SessionDetail detail = source.show(id);
        shell.out().println(Words.heading(detail.session()));
        if (!detail.exact()) {
            shell.err().println("Your masks are stricter than what this client was shown: some values are hidden.");
            Steps.print(source.answers(id).steps(), shell.out());
            return;
        }
        var transcript = new Transcript(detail, shell, speed);
        source.replay(id, transcript);
        transcript.finish();
    }
}
