package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A webhook's URL that is a secret is refused where it stands, and told nowhere.
class NotificationCheckTest {
    private static final String SECRET = "T0PS3CRET";

    @TempDir
    private Path directory;

    private Loaded edited(String part) throws IOException {
        return Example.load(directory, Example.MINIMAL + part + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ name: a, format: slack, url: \"https://chat.example.com/T0PS3CRET\" }",
                "{ name: a, url: \"https://hooks.slack.com/services/T0PS3CRET\" }",
                "{ name: a, url: \"https://prod.westeurope.logic.azure.com/T0PS3CRET\" }",
                "{ name: a, url: \"https://example.com/hook?token=T0PS3CRET\" }",
                "{ name: a, url: \"https://u:T0PS3CRET@example.com/hook\" }",
                "{ name: a, url: \"T0PS3CRET\" }",
                "{ name: a, url: \"https://example.com/\", secret: T0PS3CRET }"
            })
    void aSecretIsNeverWrittenHere(String webhook) throws IOException {
        var loaded = edited("notifications: { webhooks: [ " + webhook + " ] }");
        assertThat(loaded.mistakes()).isNotEmpty();
        assertThat(loaded.mistakes())
                .noneSatisfy(mistake -> assertThat(mistake.toString()).contains(SECRET));
        if (!webhook.contains("chat.example.com")) {
            assertThat(loaded.lines().toString()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"over-rows: 5, tolerance: 5%", "preview: false, tolerance: 5%"})
    void aToleranceWithNothingToCompareIsRefused(String keys) throws IOException {
        var rule = "- { id: asks, then: { approval: { from: \"*\", " + keys + " } } }\n";
        var loaded = Example.load(directory, Example.MINIMAL.replace("masking: []", "  " + rule + "masking: []"));
        assertThat(loaded.mistakes()).hasSize(1);
        assertThat(loaded.mistakes().getFirst().toString()).contains("`tolerance`");
    }

    @Test
    void whereItIsKeptMayBeWritten() throws IOException {
        for (String url : new String[] {"{ env: HOOK }", "{ file: hook }", "\"https://example.com/hook\""}) {
            var loaded = edited("notifications: { webhooks: [ { name: a, url: " + url + " } ] }");
            assertThat(loaded.mistakes()).isEmpty();
        }
    }

    @Test
    void mailWithoutTlsStaysOnThisMachine() throws IOException {
        var mail = "notifications: { mail: [ { name: a, server: \"%s\", tls: off, from: a@b, to: c@d } ] }";
        assertThat(edited(mail.formatted("mail.example.com:25")).mistakes()).hasSize(1);
        assertThat(edited(mail.formatted("127.0.0.1:25")).mistakes()).isEmpty();
    }
}
