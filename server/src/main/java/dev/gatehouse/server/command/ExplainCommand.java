package dev.gatehouse.server.command;

import dev.gatehouse.cli.commands.As;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.server.DryRun;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gatehouse explain`: what would be decided about a statement, and why, without running it.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says, without running it, what a statement was understood to do, which rule votes what, and where"
                        + " each column of its answer comes from and how it would be shown.",
        footer = {
            "",
            "Example:",
            "  gatehouse explain -c gatehouse.yaml --connection shop --as ada@example.com --group engineering \\",
            "    \"SELECT email FROM customers WHERE id = 7\""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:allow", "1:deny or hold", "2:usage, configuration, or no catalogue"})
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationFile configuration = new ConfigurationFile();

    @Option(names = "--connection", required = true, paramLabel = "NAME", description = "The connection asked.")
    private String connection;

    @Option(names = "--as", required = true, paramLabel = "USER", description = "Who asks, at the first issuer.")
    private String user;

    @Option(names = "--kind", paramLabel = "KIND", description = "person, agent or service; default person.")
    private String kind = "person";

    @Option(names = "--group", paramLabel = "G", description = "A group of USER; may be given several times.")
    private List<String> groups = List.of();

    @Option(names = "--owner", paramLabel = "USER", description = "Who answers for an agent or a service.")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--purpose", paramLabel = "P", description = "The stated purpose.")
    private Optional<String> purpose = Optional.empty();

    @Option(names = "--catalogue", paramLabel = "FILE", description = "A saved catalogue instead of the target's.")
    private Optional<Path> catalogue = Optional.empty();

    @Option(names = "--save-catalogue", paramLabel = "FILE", description = "Save the target's catalogue here.")
    private Optional<Path> saveCatalogue = Optional.empty();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "SQL", description = "The statement, in quotes.")
    private String sql;

    private final SettingsLoader loader;
    private final DryRun dryRun;
    private final InstantSource clock = InstantSource.system();

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public ExplainCommand(SettingsLoader loader, DryRun dryRun) {
        this.loader = loader;
        this.dryRun = dryRun;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        var loaded = configuration.load(loader, err);
        if (loaded.isEmpty()) {
            return 2;
        }
        var settings = loaded.get().settings().orElseThrow();
        var kindMeant = Kind.of(kind);
        if (kindMeant.isEmpty()) {
            err.println("--kind is person, agent or service, not " + kind + ".");
            return 2;
        }
        try {
            var catalogueUsed = dryRun.catalogue(settings, connection, catalogue, saveCatalogue);
            var explained = dryRun.explain(
                    loaded.get(),
                    settings,
                    connection,
                    principal(settings, kindMeant.get()),
                    Slice.utf8(sql),
                    catalogueUsed);
            spec.commandLine()
                    .getOut()
                    .println(as.json() ? Explanations.json(explained) : Explanations.text(explained));
            return explained.decision().word().equals("allow") ? 0 : 1;
        } catch (IOException unusable) {
            err.println(unusable.getMessage());
            return 2;
        }
    }

    private Principal principal(Settings settings, Kind kindMeant) {
        String issuer = settings.issuers().getFirst();
        var who = new Identity(issuer, user);
        var answers = owner.map(id -> new Identity(issuer, id));
        return new Principal(
                who,
                kindMeant,
                groups.stream().map(name -> new Group(issuer, name)).collect(Collectors.toSet()),
                List.of(who),
                kindMeant == Kind.PERSON ? who : answers.orElse(who),
                answers,
                clock.instant(),
                Instant.MAX,
                purpose);
    }
}
