package dev.gatehouse.pgparser.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
    private static final String CHICORY = "/repository/chicory/runtime-1.jar";

    @TempDir
    Path directory;

    @Test
    void anUnchangedBuildHasACurrentStamp() throws Exception {
        lock("1");
        stamp("a", CHICORY).write();
        assertThat(stamp("a", CHICORY).isCurrent()).isTrue();
        assertThat(stamp("a", CHICORY + File.pathSeparator + "/some/other.jar").isCurrent())
                .isTrue();
    }

    @Test
    void aStampIsOutOfDateOnceAnythingThatMattersHasChanged() throws Exception {
        lock("1");
        assertThat(stamp("a", CHICORY).isCurrent()).isFalse();
        stamp("a", CHICORY).write();
        assertThat(stamp("b", CHICORY).isCurrent()).isFalse();
        assertThat(stamp("a", "/repository/chicory/runtime-2.jar").isCurrent()).isFalse();
        lock("2");
        assertThat(stamp("a", CHICORY).isCurrent()).isFalse();
    }

    @Test
    void aChangeOfTheToolItselfCounts() throws Exception {
        lock("1");
        Path classes = directory.resolve("classes");
        Path tool = Files.createDirectories(classes.resolve("dev/gatehouse/pgparser/build"));
        Files.writeString(tool.resolve("Splitter.class"), "one");
        stamp("a", classes.toString()).write();
        assertThat(stamp("a", classes.toString()).isCurrent()).isTrue();
        Files.writeString(tool.resolve("Splitter.class"), "two");
        assertThat(stamp("a", classes.toString()).isCurrent()).isFalse();
    }

    @Test
    void theToolInAJarIsTheToolInAFolder() throws Exception {
        lock("1");
        Path classes = directory.resolve("classes");
        Path tool = Files.createDirectories(classes.resolve("dev/gatehouse/pgparser/build"));
        Files.writeString(tool.resolve("Splitter.class"), "one");
        Path jar = directory.resolve("gatehouse-pgparser-build-1.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("dev/gatehouse/pgparser/build/Splitter.class"));
            zip.write("one".getBytes(StandardCharsets.UTF_8));
        }
        stamp("a", classes.toString()).write();
        assertThat(stamp("a", jar.toString()).isCurrent()).isTrue();
    }

    private void lock(String content) throws Exception {
        Files.writeString(directory.resolve("lock"), content);
    }

    private Stamp stamp(String setting, String classPath) throws Exception {
        return Stamp.of(directory.resolve("stamp"), List.of(directory.resolve("lock")), List.of(setting), classPath);
    }
}
