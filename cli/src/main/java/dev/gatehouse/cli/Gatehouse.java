package dev.gatehouse.cli;

import dev.gatehouse.cli.commands.Completion;
import dev.gatehouse.cli.commands.Connect;
import dev.gatehouse.cli.commands.CredentialsCreate;
import dev.gatehouse.cli.commands.CredentialsList;
import dev.gatehouse.cli.commands.CredentialsRevoke;
import dev.gatehouse.cli.commands.Detect;
import dev.gatehouse.cli.commands.Disable;
import dev.gatehouse.cli.commands.Enable;
import dev.gatehouse.cli.commands.Login;
import dev.gatehouse.cli.commands.RequestsApprove;
import dev.gatehouse.cli.commands.RequestsConfirm;
import dev.gatehouse.cli.commands.RequestsCreate;
import dev.gatehouse.cli.commands.RequestsDeny;
import dev.gatehouse.cli.commands.RequestsList;
import dev.gatehouse.cli.commands.RequestsShow;
import dev.gatehouse.cli.commands.RequestsWithdraw;
import dev.gatehouse.cli.commands.SessionsExport;
import dev.gatehouse.cli.commands.SessionsKill;
import dev.gatehouse.cli.commands.SessionsList;
import dev.gatehouse.cli.commands.SessionsPlay;
import dev.gatehouse.cli.commands.SessionsShow;
import dev.gatehouse.cli.commands.SessionsWatch;
import dev.gatehouse.cli.commands.Verify;
import dev.gatehouse.cli.commands.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The command `gatehouse`: all commands that need no server, and the rules that hold for every command.
///
/// The server's `main` calls [#commandLine], adds its own commands with `addSubcommand`, calls [#settle] and executes.
@Command(
        name = "gatehouse",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "A gateway between people, agents and what they ask: it decides, masks and proves.",
        footer = {"", "Example:", "  gatehouse sessions list --since 2h"})
public final class Gatehouse implements Runnable {
    @CommandLine.Spec
    private CommandSpec spec = CommandSpec.create();

    /// @param version as `version` prints it
    public static CommandLine commandLine(Shell shell, OfflineRecords offline, String version) {
        var root = new CommandLine(new Gatehouse());
        root.addSubcommand(new Login(shell));
        root.addSubcommand(group("credentials", "Short-lived credentials for stock clients.")
                .addSubcommand(new CredentialsCreate(shell))
                .addSubcommand(new CredentialsList(shell))
                .addSubcommand(new CredentialsRevoke(shell)));
        root.addSubcommand(new Connect(shell));
        root.addSubcommand(group("sessions", "What was asked, decided and answered.")
                .addSubcommand(new SessionsList(shell, offline))
                .addSubcommand(new SessionsShow(shell, offline))
                .addSubcommand(new SessionsPlay(shell, offline))
                .addSubcommand(new SessionsWatch(shell))
                .addSubcommand(new SessionsKill(shell))
                .addSubcommand(new SessionsExport(shell)));
        root.addSubcommand(group("requests", "Approvals: who asks for what, and who says yes.")
                .addSubcommand(new RequestsList(shell))
                .addSubcommand(new RequestsShow(shell))
                .addSubcommand(new RequestsApprove(shell))
                .addSubcommand(new RequestsDeny(shell))
                .addSubcommand(new RequestsConfirm(shell))
                .addSubcommand(new RequestsWithdraw(shell))
                .addSubcommand(new RequestsCreate(shell)));
        root.addSubcommand(new Disable(shell));
        root.addSubcommand(new Enable(shell));
        root.addSubcommand(new Verify(shell));
        root.addSubcommand(new Detect(shell));
        root.addSubcommand(new Version(shell, version));
        root.addSubcommand(new Completion(shell));
        return settle(root, shell);
    }

    /// Makes every command, also those that were added since, read options and report mistakes alike.
    public static CommandLine settle(CommandLine root, Shell shell) {
        tellExitCodes(root);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Mistakes::inUsage)
                .setExecutionExceptionHandler(Mistakes::inExecution)
                .setExitCodeExceptionMapper(_ -> Exit.REFUSED);
    }

    /// Whoever does not say otherwise ends as all commands do.
    private static void tellExitCodes(CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        if (usage.exitCodeList().isEmpty()) {
            var codes = new LinkedHashMap<String, String>();
            codes.put("0", "done");
            codes.put("1", "a finding or a refusal");
            codes.put("2", "usage or configuration");
            codes.put("3", "the gateway, or the sign-in, cannot be reached");
            usage.exitCodeListHeading("%nExit codes:%n");
            usage.exitCodeList(codes);
        }
        command.getSubcommands().values().forEach(Gatehouse::tellExitCodes);
    }

    /// A command that only has sub-commands.
    public static CommandLine group(String name, String description) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new Group());
        spec.name(name);
        spec.usageMessage().description(description);
        spec.usageMessage().footer("", "Example:", "  gatehouse " + name + " list --help");
        return new CommandLine(spec);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See them all: gatehouse --help");
    }

    @Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    static final class Group implements Runnable {
        @CommandLine.Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            String name = spec.qualifiedName();
            throw new ParameterException(spec.commandLine(), "Which command? See them: " + name + " --help");
        }
    }
}
