package dev.gatehouse.pgparser.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibpgQueryPackageTest {
    private static final byte[] MODULE = "module".getBytes(StandardCharsets.UTF_8);
    private static final List<String> NO_SUCH_PROGRAM = List.of("no-such-program-as-this");

    @TempDir
    Path directory;

    @BeforeEach
    void pin() throws Exception {
        Files.writeString(directory.resolve("libpg-query.sha256"), Digests.sha256(MODULE) + "  module.wasm\n");
    }

    @Test
    void aCopyWithThePinnedHashNeedsNoNpm() throws Exception {
        Files.write(directory.resolve("module.wasm"), MODULE);
        assertThat(new LibpgQueryPackage(directory, NO_SUCH_PROGRAM).wasm()).isEqualTo(MODULE);
    }

    @Test
    void aMissingNpmIsSaidWithTheWayToInstallIt() {
        assertThatThrownBy(() -> new LibpgQueryPackage(directory, NO_SUCH_PROGRAM).wasm())
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("apt-get install npm");
    }

    @Test
    void aChangedModuleFailsTheBuildAndNamesWhatToCheck() throws Exception {
        Files.writeString(directory.resolve("module.wasm"), "another module");
        assertThatThrownBy(() -> new LibpgQueryPackage(directory, List.of("true")).wasm())
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining(Digests.sha256(MODULE))
                .hasMessageContaining("libpg-query.sha256")
                .hasMessageContaining("minified names");
    }

    @Test
    void whatNpmComplainsAboutIsPassedOn() {
        List<String> failing = List.of("sh", "-c", "echo no such registry; exit 3");
        assertThatThrownBy(() -> new LibpgQueryPackage(directory, failing).wasm())
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("no such registry")
                .hasMessageContaining("status 3");
    }
}
