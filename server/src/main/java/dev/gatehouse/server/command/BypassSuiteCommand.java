package dev.gatehouse.server.command;

import dev.gatehouse.bypass.Canaries;
import dev.gatehouse.bypass.Outcome;
import dev.gatehouse.bypass.Outcome.Result;
import dev.gatehouse.bypass.Place;
import dev.gatehouse.bypass.Suite;
import dev.gatehouse.bypass.Way;
import dev.gatehouse.cli.commands.As;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `gatehouse bypass-suite`: tries to get a masked value out of a masking proxy, ours or another.
@Command(
        name = "bypass-suite",
        mixinStandardHelpOptions = true,
        description = {
            "Tries, in hundreds of named ways, to get a masked value out of a masking proxy for PostgreSQL: this"
                    + " gateway or any other.",
            "",
            "Plants a canary in one masked cell over a direct connection, then asks for it through the proxy: over"
                    + " simple, extended text and extended binary. An attack got through if the canary comes back,"
                    + " plain or transformed, or if the answer depends on it at all. The cell is put back at the end."
                    + " Use a database for tests: the owner's connection creates and drops objects named bypass_…"
        },
        footer = {
            "",
            "Example:",
            "  export PGPASSWORD=TOKEN GATEHOUSE_DIRECT_PASSWORD=SECRET",
            "  gatehouse bypass-suite --target \"host=gw port=6432 dbname=shop user=ada@example.com sslmode=verify-full"
                    + " sslrootcert=ca.pem\" \\",
            "    --direct \"host=db dbname=shop user=owner\" --table customers --key id --row 7 --column email"
                    + " --clear segment"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing came through", "1:something did", "2:usage", "3:not reachable"})
public final class BypassSuiteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "CONNINFO",
            description = "The proxy, as for psql. Password: password=… or PGPASSWORD.")
    private String target;

    @Option(
            names = "--direct",
            required = true,
            paramLabel = "CONNINFO",
            description = "The database itself, as the table's owner. Password: password=… or"
                    + " GATEHOUSE_DIRECT_PASSWORD.")
    private String direct;

    @Option(names = "--table", paramLabel = "NAME", description = "A table with a masked column.")
    private String table = "customers";

    @Option(names = "--key", paramLabel = "COLUMN", description = "Identifies its rows.")
    private String key = "id";

    @Option(names = "--row", paramLabel = "VALUE", description = "The row to plant in, as a SQL literal.")
    private String row = "7";

    @Option(names = "--column", paramLabel = "COLUMN", description = "The masked text column.")
    private String column = "email";

    @Option(names = "--clear", paramLabel = "COLUMN", description = "A text column that is shown.")
    private String clear = "segment";

    @Option(
            names = "--way",
            split = ",",
            paramLabel = "WAY",
            description = "simple, text (extended query, text results) or binary; default all three.")
    private List<String> ways = List.of("simple", "text", "binary");

    @Option(
            names = "--control",
            description = "Attack the direct connection instead, to see which attacks have teeth there.")
    private boolean control;

    @Mixin
    private As as = new As();

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public BypassSuiteCommand() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            var owner = Conninfo.of(direct).peer(environment("GATEHOUSE_DIRECT_PASSWORD"));
            var proxy = control ? owner : Conninfo.of(target).peer(environment("PGPASSWORD"));
            var suite = new Suite(owner, new Place(table, key, row, column, clear), Canaries.EMAIL, ways(), line -> {
                err.println(line);
                err.flush();
            });
            return report(suite.run(proxy));
        } catch (IllegalArgumentException usage) {
            err.println(usage.getMessage());
            return 2;
        } catch (IOException unreachable) {
            err.println(unreachable.getMessage());
            return 3;
        }
    }

    private Set<Way> ways() {
        return EnumSet.copyOf(ways.stream()
                .map(name -> switch (name) {
                    case "simple" -> Way.SIMPLE;
                    case "text" -> Way.EXTENDED_TEXT;
                    case "binary" -> Way.EXTENDED_BINARY;
                    default -> throw new IllegalArgumentException("--way is simple, text or binary, not " + name + ".");
                })
                .toList());
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    private int report(List<Outcome> outcomes) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(as.json() ? json(outcomes) : text(outcomes));
        return outcomes.stream().anyMatch(outcome -> outcome.result() == Result.LEAKED) ? 1 : 0;
    }

    private static String text(List<Outcome> outcomes) {
        var text = new StringBuilder();
        outcomes.stream()
                .filter(outcome -> outcome.result() == Result.LEAKED || outcome.result() == Result.BOUNDED)
                .forEach(outcome -> text.append("%-8s %s (%s): %s%n"
                        .formatted(word(outcome.result()), outcome.name(), outcome.way(), outcome.detail())));
        counts(outcomes).forEach((result, count) -> text.append("%s %d, ".formatted(result, count)));
        return text.append("of ").append(outcomes.size()).append(" trials").toString();
    }

    private static Map<String, Long> counts(List<Outcome> outcomes) {
        var counts = new LinkedHashMap<String, Long>();
        for (Result result : Result.values()) {
            counts.put(
                    word(result),
                    outcomes.stream()
                            .filter(outcome -> outcome.result() == result)
                            .count());
        }
        return counts;
    }

    private static String word(Result result) {
        return switch (result) {
            case REFUSED -> "refused";
            case MASKED -> "masked";
            case BOUNDED -> "bounded";
            case LEAKED -> "leaked";
        };
    }

    private static String json(List<Outcome> outcomes) {
        var trials = outcomes.stream()
                .map(outcome -> Map.of(
                        "group", outcome.group(),
                        "name", outcome.name(),
                        "way", outcome.way(),
                        "result", word(outcome.result()),
                        "detail", outcome.detail()))
                .collect(Collectors.toList());
        return JsonMapper.shared().writeValueAsString(Map.of("counts", counts(outcomes), "trials", trials));
    }
}
