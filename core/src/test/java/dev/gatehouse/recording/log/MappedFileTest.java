package dev.gatehouse.recording.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileTest {
    @TempDir
    private Path directory;

    @Test
    void appendsOfAnySizeStandOneBehindTheOther() throws IOException {
        long seed = System.nanoTime();
        System.out.println("MappedFileTest seed " + seed);
        var random = new Random(seed);
        var expected = new ByteArrayOutputStream();
        Path path = directory.resolve("file");
        for (int opened = 0; opened < 3; opened++) {
            try (var file = new MappedFile(path)) {
                for (int i = 0; i < 60; i++) {
                    append(file, bytes(random, i % 20 == 0 ? 300_000 : 1 + random.nextInt(20_000)), expected);
                    assertThat(file.length()).isEqualTo(expected.size());
                }
            }
            assertThat(Files.readAllBytes(path)).isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void whatWasAppendedIsInTheFileAtOnceAndZerosAreBehindIt() throws IOException {
        Path path = directory.resolve("file");
        try (var file = new MappedFile(path)) {
            file.write(new byte[] {1, 2, 3, 4, 5}, 0, 5);
            byte[] now = Files.readAllBytes(path);
            assertThat(Arrays.copyOf(now, 5)).containsExactly(1, 2, 3, 4, 5);
            assertThat(Arrays.copyOfRange(now, 5, now.length)).containsOnly(0).hasSizeGreaterThan(1000);
            file.force();
        }
        assertThat(path).hasBinaryContent(new byte[] {1, 2, 3, 4, 5});
    }

    @Test
    void whatIsTakenBackIsGoneAndWhatFollowsStandsInItsPlace() throws IOException {
        Path path = directory.resolve("file");
        try (var file = new MappedFile(path)) {
            file.write(new byte[] {1, 2, 3, 4, 5, 6}, 0, 6);
            file.truncate(3);
            assertThat(path).hasSize(3);
            file.write(new byte[] {0, 7, 8}, 1, 2);
            assertThat(file.length()).isEqualTo(5);
        }
        assertThat(path).hasBinaryContent(new byte[] {1, 2, 3, 7, 8});
    }

    @Test
    void anInterruptedThreadWritesAndStaysInterrupted() throws IOException {
        Path path = directory.resolve("file");
        try (var file = new MappedFile(path)) {
            Thread.currentThread().interrupt();
            file.write(new byte[40_000], 0, 40_000);
            assertThat(Thread.interrupted()).isTrue();
            file.write(new byte[] {9}, 0, 1);
        }
        assertThat(path).hasSize(40_001);
    }

    private static void append(MappedFile file, byte[] bytes, ByteArrayOutputStream expected) throws IOException {
        file.write(bytes, 0, bytes.length);
        expected.writeBytes(bytes);
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
