package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What holds for every command: help with an example, and exit codes that are told.
class EveryCommandTest {
    private static final List<String> WITH_JSON = List.of(
            "requests list",
            "requests show",
            "requests approve",
            "requests deny",
            "requests confirm",
            "requests withdraw",
            "requests create",
            "sessions list",
            "sessions show",
            "sessions watch",
            "sessions kill",
            "sessions export",
            "credentials list",
            "credentials create",
            "disable",
            "enable",
            "explain",
            "verify",
            "login",
            "reindex",
            "version");

    private static CommandLine root() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Main.commandLine(Shell.ofProcess(nowhere, nowhere));
    }

    static Stream<String> commands() {
        return below(root()).map(command -> command.getCommandSpec().qualifiedName());
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(EveryCommandTest::below));
    }

    private static CommandLine named(String name) {
        return below(root())
                .filter(command -> command.getCommandSpec().qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpHasAnExampleAndTheExitCodes(String name) {
        var command = named(name);
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(help).contains("Example").contains("  gatehouse").contains("Exit codes:");
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(command.getCommandSpec().usageMessage().exitCodeList().keySet())
                .isSubsetOf("0", "1", "2", "3")
                .contains("0");
    }

    static Stream<String> listingOrDeciding() {
        return WITH_JSON.stream();
    }

    @ParameterizedTest
    @MethodSource("listingOrDeciding")
    void whatListsOrDecidesSpeaksJson(String name) {
        assertThat(named("gatehouse " + name).getCommandSpec().optionsMap()).containsKey("-o");
    }
}
