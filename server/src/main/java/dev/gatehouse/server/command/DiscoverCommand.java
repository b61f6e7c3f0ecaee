package dev.gatehouse.server.command;

import dev.gatehouse.cli.commands.As;
import dev.gatehouse.server.live.ColumnSample.Proposal;
import dev.gatehouse.server.live.Discovery;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `gatehouse discover`: which columns of a target look personal, as a `data:` section to review.
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = "Reads some rows of every table of a connection's target, with the gateway's own credential, and"
                + " proposes what the columns that nobody classified hold: a data: section to review, with confidence"
                + " and masked examples. Nothing is changed.",
        footer = {"", "Example:", "  gatehouse discover shop -c gatehouse.yaml > data.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:usage or configuration",
            "3:the target cannot be reached, or shows none of its tables"
        })
public final class DiscoverCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationFile configuration = new ConfigurationFile();

    @Option(names = "--rows", paramLabel = "N", description = "Rows of each table; default ${DEFAULT-VALUE}.")
    private int rows = 200;

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "CONNECTION", description = "The connection's name.")
    private String connection;

    private final SettingsLoader loader;
    private final Discovery discovery;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public DiscoverCommand(SettingsLoader loader, Discovery discovery) {
        this.loader = loader;
        this.discovery = discovery;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        var loaded = configuration.load(loader, err);
        if (loaded.isEmpty()) {
            return 2;
        }
        var settings = loaded.get().settings().orElseThrow();
        var asked = settings.connections().stream()
                .filter(candidate -> candidate.name().equals(connection))
                .findFirst();
        if (asked.isEmpty() || asked.get().type() != ConnectionSettings.Type.POSTGRES) {
            err.println("There is no PostgreSQL connection `" + connection + "` in " + configuration.path() + ".");
            return 2;
        }
        try {
            List<Proposal> proposals = discovery.proposals(settings, asked.get(), Math.max(1, rows), err::println);
            spec.commandLine().getOut().println(as.json() ? json(proposals) : yaml(proposals));
            return 0;
        } catch (IOException unreachable) {
            err.println("The target of " + connection + " cannot be asked: " + unreachable.getMessage());
            return 3;
        }
    }

    private String yaml(List<Proposal> proposals) {
        var text =
                new StringBuilder("# Proposed from up to " + rows + " rows of each table. Review each line; what is not"
                        + " listed showed nothing,\n# which is no proof that it holds nothing.\ndata:\n  - connection: "
                        + connection
                        + "\n    columns:" + (proposals.isEmpty() ? " {}" : ""));
        for (Proposal proposal : proposals) {
            String entry = "\n      " + JsonMapper.shared().writeValueAsString(key(proposal)) + ": "
                    + proposal.category().name();
            text.append(entry)
                    .append(" ".repeat(Math.max(1, 64 - entry.length())))
                    .append(String.format(
                            Locale.ROOT,
                            "# %.2f, %d of %d rows",
                            proposal.confidence(),
                            proposal.with(),
                            proposal.rows()));
            if (!proposal.example().isEmpty()) {
                text.append(", such as ").append(proposal.example().replaceAll("\\p{Cntrl}", " "));
            }
        }
        return text.toString();
    }

    private static String key(Proposal proposal) {
        var column = proposal.column();
        String schema = column.schema().equals("public") ? "" : column.schema() + ".";
        return schema + column.table() + "." + column.column();
    }

    private static String json(List<Proposal> proposals) {
        return JsonMapper.shared()
                .writeValueAsString(
                        proposals.stream().map(DiscoverCommand::fields).toList());
    }

    private static Map<String, Object> fields(Proposal proposal) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("column", key(proposal));
        fields.put("category", proposal.category().name());
        fields.put("confidence", Math.round(proposal.confidence() * 100) / 100.0);
        fields.put("rows", proposal.rows());
        fields.put("with", proposal.with());
        fields.put("example", proposal.example());
        return fields;
    }
}
