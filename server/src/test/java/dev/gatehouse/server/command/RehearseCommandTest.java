package dev.gatehouse.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.server.Starter;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Tag("slow")
class RehearseCommandTest {
    @Test
    void aClientGetsAsFarAsTheDatabaseThatIsNotThere() {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = new CommandLine(new RehearseCommand(new Starter(new CelConditions())))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute();
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Gatehouse is ready: postgres on 127.0.0.1:")
                .contains("\"nowhere\" cannot be reached");
    }
}
