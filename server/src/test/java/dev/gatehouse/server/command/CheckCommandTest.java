package dev.gatehouse.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.server.settings.Example;
import dev.gatehouse.server.settings.SettingsLoader;
import dev.gatehouse.server.settings.yaml.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String text, String... more) throws IOException {
        var file = Files.writeString(directory.resolve("gatehouse.yaml"), text);
        var arguments = new java.util.ArrayList<>(List.of("-c", file.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        LiveCheck live = (_, from) -> List.of(new Finding(
                Finding.Severity.MISTAKE, from.placeOf("connections", "shop"), "not reachable", Optional.empty()));
        return new CommandLine(new CheckCommand(new SettingsLoader(new CelConditions()), live))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aConfigurationWithWarningsOnlyPasses() throws IOException {
        assertThat(check(Example.MINIMAL)).isZero();
        assertThat(out.toString())
                .isEqualTo(directory.resolve("gatehouse.yaml")
                        + ":8:5: warning: without `listeners.postgres` nobody can reach this connection\n");
        assertThat(err.toString()).contains("no mistakes, 1 warning");
    }

    @Test
    void aMistakeIsOneLineWithItsPlaceAndASuggestion() throws IOException {
        assertThat(check(Example.MINIMAL.replace("access:", "acess:"))).isEqualTo(1);
        assertThat(out.toString())
                .contains(directory.resolve("gatehouse.yaml") + ":12:5: unknown key `acess`; did you mean `access`?\n");
    }

    @Test
    void findingsAreJsonOnDemand() throws IOException {
        assertThat(check(Example.MINIMAL.replace("access:", "acess:"), "-o", "json"))
                .isEqualTo(1);
        var findings = JsonMapper.shared().readTree(out.toString());
        var mistake = findings.get(2);
        assertThat(mistake.get("file").asString())
                .isEqualTo(directory.resolve("gatehouse.yaml").toString());
        assertThat(mistake.get("line").asInt()).isEqualTo(12);
        assertThat(mistake.get("column").asInt()).isEqualTo(5);
        assertThat(mistake.get("message").asString()).isEqualTo("unknown key `acess`");
        assertThat(mistake.get("suggestion").asString()).isEqualTo("access");
        assertThat(mistake.get("severity").asString()).isEqualTo("mistake");
    }

    @Test
    void noFindingsAreAnEmptyList() throws IOException {
        check(Example.MINIMAL.replace("type: postgres", "type: http").replace("localhost", "x"), "-o", "json");
        assertThat(JsonMapper.shared().readTree(out.toString()).isArray()).isTrue();
    }

    @Test
    void theTargetsAreLookedAtOnDemandOnly() throws IOException {
        assertThat(check(Example.MINIMAL, "--live")).isEqualTo(1);
        assertThat(out.toString()).contains("gatehouse.yaml:8:5: not reachable");
    }

    @Test
    void aMissingFileOrOptionIsAMatterOfUsage() {
        assertThat(run("-c", directory.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no readable file");
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void theHelpHasAnExample() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("gatehouse check -c gatehouse.yaml --live");
    }
}
