package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferenceTest {
    @TempDir
    Path directory;

    private static final SecretReference.Environment NOTHING = _ -> null;

    private char[] fromFile(String contents) throws IOException {
        var file = directory.resolve("secret");
        Files.writeString(file, contents);
        return new SecretReference.InFile(file).read(NOTHING);
    }

    @Test
    void oneLineBreakAtTheEndDoesNotCount() throws IOException {
        assertThat(fromFile("pässwörd")).isEqualTo("pässwörd".toCharArray());
        assertThat(fromFile("secret\n")).isEqualTo("secret".toCharArray());
        assertThat(fromFile("secret\r\n")).isEqualTo("secret".toCharArray());
        assertThat(fromFile(" secret \n\n")).isEqualTo(" secret \n".toCharArray());
    }

    @Test
    void anEmptyFileHoldsNoSecret() {
        assertThatThrownBy(() -> fromFile("\n")).hasMessageContaining("is empty; it should hold a secret");
    }

    @Test
    void aMissingFileIsNamed() {
        var file = directory.resolve("none");
        assertThatThrownBy(() -> new SecretReference.InFile(file).read(NOTHING)).hasMessageContaining(file.toString());
    }

    @Test
    void theEnvironmentIsAskedWhenTheSecretIsNeeded() throws IOException {
        var reference = new SecretReference.InEnvironment("PW");
        assertThat(reference.read(Map.of("PW", "x")::get)).isEqualTo("x".toCharArray());
        assertThatThrownBy(() -> reference.read(NOTHING)).hasMessageContaining("environment variable PW is not set");
    }
}
