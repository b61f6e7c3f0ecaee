package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Json;
import dev.gatehouse.recording.Report;
import dev.gatehouse.recording.Verifier;
import dev.gatehouse.recording.log.Finding;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks that a record was not altered.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check a record without the gateway's secrets, also while it is being written: every entry, tile, block and"
                    + " key slot against the signed checkpoints.",
            "Names the first thing that does not fit and exits with 1. With --checkpoint, a copy of log/checkpoint kept"
                    + " elsewhere, it also finds a record that was cut or rewritten by whoever has the keys."
        },
        footer = {
            "",
            "Example:",
            "  gatehouse verify /var/lib/gatehouse --key \"$(cat gateway.vkey)\" --checkpoint last-month.checkpoint"
        })
public final class Verify implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "PATH", description = "The gateway's data directory, or a copy of it.")
    private String path = "";

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The log's public key as init printed it. Without it the copy beside the log is believed.")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of this log that was kept elsewhere.")
    private @Nullable Path checkpoint;

    public Verify(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path data = data();
        Optional<VerifierKey> verifierKey = Optional.ofNullable(key).map(Verify::parsed);
        Optional<byte[]> kept = Optional.ofNullable(checkpoint).map(Verify::read);
        shell.err().println("Checking " + data + "…");
        Report report = verify(data, verifierKey, kept);
        if (as.json()) {
            shell.out().println(Json.line(json(report)));
        } else {
            VerifyWords.of(report).forEach(line -> shell.out().println(Text.printable(line)));
        }
        return report.clean() ? Exit.DONE : Exit.REFUSED;
    }

    private static Report verify(Path data, Optional<VerifierKey> key, Optional<byte[]> kept) {
        try {
            return Verifier.verify(data, key, kept);
        } catch (IOException unreadable) {
            throw CommandFailed.usage("Cannot read " + data + ": " + unreadable.getMessage() + ".");
        }
    }

    private Path data() {
        if (path.matches("(?i)https?://.*")) {
            throw CommandFailed.usage(
                    "Verifying a served log is not there yet: copy the data directory and verify that.");
        }
        Path data = Path.of(path);
        if (!Files.isDirectory(data.resolve("log"))) {
            throw CommandFailed.usage("There is no record in " + data + ": name the directory that the configuration"
                    + " calls gateway.data (it has log/ and recordings/).");
        }
        return data;
    }

    private static VerifierKey parsed(String text) {
        return VerifierKey.parse(text.strip())
                .orElseThrow(
                        () -> CommandFailed.usage("--key takes a key such as NAME+HASH+BASE64, as init printed it."));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw CommandFailed.usage("Cannot read the checkpoint " + file + ".");
        }
    }

    private static Map<String, Object> json(Report report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("ok", report.clean());
        report.finding().ifPresent(finding -> json.put("finding", finding(finding)));
        report.key().ifPresent(used -> json.put("key", used.toString()));
        json.put("keyGiven", report.keyGiven());
        json.put("entries", report.entries());
        json.put("signed", report.signed());
        json.put("unsigned", report.unsignedTail());
        json.put("sessions", report.sessions());
        json.put("recordings", report.recordings());
        json.put("blocks", report.blocks());
        json.put("erased", report.erased());
        report.anchor().ifPresent(anchor -> json.put("anchored", anchor(anchor)));
        json.put("notes", report.notes());
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("problem", finding.problem().name().toLowerCase(Locale.ROOT));
        json.put("file", finding.file().toString());
        finding.entry().ifPresent(entry -> json.put("entry", entry));
        finding.offset().ifPresent(offset -> json.put("offset", offset));
        json.put("what", finding.what());
        return json;
    }

    private static Map<String, Object> anchor(Report.Anchor anchor) {
        var json = new LinkedHashMap<String, Object>();
        json.put("entries", anchor.entries());
        anchor.until().ifPresent(until -> json.put("until", until.toString()));
        return json;
    }
}
