package dev.gatehouse.cli.commands;

import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps a session in a file.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Keep a session in a ZIP file: what was asked and decided (session.json), the bytes that the client"
                        + " received (delivered.bin; where your own masks are stricter, the answers as far as you may see"
                        + " them: answers.json), and the log's signed checkpoint. For auditors; that you looked goes on"
                        + " record.",
        footer = {"", "Example:", "  gatehouse sessions export 2x3k7q0w5e9r1t4y6u8j2h5g7f --out session.zip"})
public final class SessionsExport implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As sessions list shows it.")
    private String id = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A file that is not there yet; default: session-ID.zip.")
    private @Nullable Path out;

    public SessionsExport(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        try (Gateway gateway = where.open(shell)) {
            SessionDetail detail = gateway.show(id);
            Path file = out == null ? Path.of("session-" + detail.session().id() + ".zip") : out;
            write(gateway, detail, file);
            var said = new LinkedHashMap<String, Object>();
            said.put("file", file.toString());
            said.put("bytes", Files.size(file));
            shell.out().println(as.json() ? Json.line(said) : "Kept in " + file + ".");
            return Exit.DONE;
        }
    }

    private void write(Gateway gateway, SessionDetail detail, Path file) throws IOException {
        boolean whole = false;
        try (var zip = new ZipOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            zip.putNextEntry(new ZipEntry("session.json"));
            zip.write(Json.line(detail).getBytes(StandardCharsets.UTF_8));
            if (detail.exact()) {
                zip.putNextEntry(new ZipEntry("delivered.bin"));
                gateway.replay(id, zip);
            } else {
                zip.putNextEntry(new ZipEntry("answers.json"));
                zip.write(Json.line(gateway.answers(id)).getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("checkpoint"));
            zip.write(gateway.checkpoint());
            zip.closeEntry();
            whole = true;
        } catch (FileAlreadyExistsException there) {
            whole = true;
            throw CommandFailed.usage(file + " exists and is not overwritten; name another with --out.");
        } catch (IOException unwritable) {
            throw CommandFailed.usage("Cannot write " + file + ": " + unwritable.getMessage() + ".");
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }
}
