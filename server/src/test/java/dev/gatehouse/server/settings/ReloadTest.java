package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadTest {
    @TempDir
    Path directory;

    private Reload change(String replace, String with) throws IOException {
        assertThat(Example.MINIMAL).contains(replace);
        var before = Example.load(directory, Example.MINIMAL);
        var after = Example.load(directory, Example.MINIMAL.replace(replace, with));
        assertThat(after.mistakes()).isEmpty();
        return Reload.compare(before, after);
    }

    @Test
    void theSameIsNoChange() throws IOException {
        assertThat(change("masking: []", "# nothing\nmasking: []").nothingChanged())
                .isTrue();
    }

    @Test
    void writingADefaultDownIsNoChange() throws IOException {
        assertThat(change("masking: []", "session: { grace: 8h }\nlimits: { queue: 4096 }")
                        .nothingChanged())
                .isTrue();
    }

    @Test
    void aRuleIsComparedByItsId() throws IOException {
        assertThat(change("- { id: all, then: allow }", "- { id: new, then: deny }\n  - { id: all, then: allow }"))
                .satisfies(reload -> {
                    assertThat(reload.differences())
                            .contains("rules[new].id: (none) -> new", "rules[new].then: (none) -> deny")
                            .noneMatch(line -> line.contains("rules[all]"));
                    assertThat(reload.restartNeeded()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            access: [ "*" ]          | access: [ "*", "user:eve" ]                 | connections[shop].access: * -> *, user:eve
            masking: []              | session: { max: 1h }                        | session.max: 12h -> 1h
            type: postgres           | type: postgres\\n    unclassified: none      | connections[shop].unclassified: mask -> none (loosened)
            type: postgres           | type: postgres\\n    predicates: refuse      | connections[shop].predicates: equality -> refuse
            id: all, then: allow     | id: all, enforce: false, then: allow        | rules[all].enforce: true -> false (loosened)
            id: all, then: allow     | id: more, then: allow                       | rules[more].then: (none) -> allow (loosened)
            """)
    void aDifferenceIsOneLine(String replace, String with, String line) throws IOException {
        assertThat(change(replace, with.replace("\\n", "\n"))).satisfies(reload -> {
            assertThat(reload.differences()).contains(line);
            assertThat(reload.restartNeeded()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            localhost:5432     | localhost:5433                               | connections[shop].target
            SHOP_PASSWORD      | OTHER                                        | connections[shop].credentials[1].password
            type: postgres     | type: postgres\\n    tls: { mode: disable }   | connections[shop].tls.mode
            idp.example.com    | idp2.example.com                             | identity.oidc[corp].issuer
            keys: ./keys       | keys: ./keys2                                | gateway.keys
            masking: []        | limits: { queue: 5 }                         | limits.queue
            """)
    void whatIsReadAtTheStartNeedsARestart(String replace, String with, String path) throws IOException {
        assertThat(change(replace, with.replace("\\n", "\n")).restartNeeded()).containsExactly(path);
    }

    @Test
    void aNewListenerNeedsARestart() throws IOException {
        assertThat(change(
                                "listeners: {}",
                                "listeners: { postgres: { address: 'a:1', tls: { certificate: a, key: b } } }")
                        .restartNeeded())
                .contains("listeners.postgres.address");
    }

    @Test
    void aConnectionThatIsGoneNeedsNone() throws IOException {
        var second =
                "\n  - { name: old, type: postgres, target: 'h:1/d', access: '*', credentials: { user: u, password: { env: P } } }\nrules:";
        var before = Example.load(directory, Example.MINIMAL.replace("\nrules:", second));
        var after = Example.load(directory, Example.MINIMAL);
        assertThat(before.mistakes()).isEmpty();
        assertThat(Reload.compare(before, after).restartNeeded()).isEmpty();
        assertThat(Reload.compare(after, before).restartNeeded()).contains("connections[old].target");
    }
}
