package dev.gatehouse.cli.commands;

import dev.gatehouse.api.CredentialListed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Lists credentials that have not expired.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List your credentials that have not expired; everybody's for an operator.",
        footer = {"", "Example:", "  gatehouse credentials list shop -o json"})
public final class CredentialsList implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(arity = "0..1", paramLabel = "CONNECTION", description = "Only those of this connection.")
    private @Nullable String connection;

    public CredentialsList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            List<CredentialListed> found = gateway.credentials().stream()
                    .filter(credential ->
                            connection == null || credential.connection().equals(connection))
                    .toList();
            if (as.json()) {
                shell.out().println(Json.line(found));
            } else {
                print(found);
            }
            return Exit.DONE;
        }
    }

    private void print(List<CredentialListed> found) {
        if (found.isEmpty()) {
            shell.err().println("No credentials. Make one: gatehouse credentials create CONNECTION");
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "CONNECTION", "WHO", "PURPOSE", "EXPIRES", "STATE"));
        for (CredentialListed credential : found) {
            rows.add(List.of(
                    credential.id(),
                    Text.oneLine(credential.connection()),
                    Text.oneLine(credential.who()),
                    Text.oneLine(credential.purpose().orElse("-")),
                    Text.time(credential.expires()),
                    credential.revoked().isPresent() ? "revoked" : "valid"));
        }
        Text.columns(rows).forEach(shell.out()::println);
    }
}
