package dev.gatehouse.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreEndToEndTest {
    @TempDir
    private Path directory;

    private static CredentialRow row(String id) {
        Slice bytes = Slice.utf8("bytes");
        return new CredentialRow(
                id,
                "shop",
                "corp",
                "ada",
                "{}",
                Optional.of("support"),
                100,
                200,
                OptionalLong.empty(),
                4096,
                bytes,
                bytes,
                bytes);
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws IOException {
        try (Store store = Store.open(directory)) {
            new CredentialTable(store.jdbi()).insert(row("a"));
        }
        try (Store store = Store.open(directory)) {
            var table = new CredentialTable(store.jdbi());
            assertThat(table.find("a")).contains(row("a"));
            assertThat(table.find("b")).isEmpty();
            table.revoke(row("a").revokedAt(150));
        }
        try (Store store = Store.open(directory)) {
            assertThat(new CredentialTable(store.jdbi()).find("a")).contains(row("a").revokedAt(150));
        }
    }

    @Test
    void onlyRowsThatExpireLaterAreListedAndOthersArePurged() throws IOException {
        try (Store store = Store.open(directory)) {
            var table = new CredentialTable(store.jdbi());
            table.insert(row("a"));
            assertThat(table.of("corp", "ada", 199)).containsExactly(row("a"));
            assertThat(table.of("corp", "ada", 200)).isEmpty();
            assertThat(table.of("other", "ada", 0)).isEmpty();
            assertThat(table.all(0, 10)).containsExactly(row("a"));
            assertThat(table.purge(200)).isZero();
            assertThat(table.purge(201)).isEqualTo(1);
        }
    }

    @Test
    void manyWritersWaitForEachOther() throws IOException, InterruptedException {
        try (Store store = Store.open(directory)) {
            var table = new CredentialTable(store.jdbi());
            var threads = IntStream.range(0, 16)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> table.insert(row("id-" + i))))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(table.all(0, 100)).hasSize(16);
        }
    }

    @Test
    void theFileIsForTheGatewaysUserOnly() throws IOException {
        try (Store _ = Store.open(directory)) {
            try (var files = Files.list(directory)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                                .isEqualTo(PosixFilePermissions.fromString("rw-------")));
            }
        }
    }

    @Test
    void commitsAreOnDiskWhenTheyReturn() throws IOException {
        try (Store store = Store.open(directory)) {
            String journal = store.jdbi()
                    .withHandle(handle -> handle.createQuery("PRAGMA journal_mode")
                            .mapTo(String.class)
                            .one());
            int synchronous = store.jdbi()
                    .withHandle(handle -> handle.createQuery("PRAGMA synchronous")
                            .mapTo(Integer.class)
                            .one());
            assertThat(journal).isEqualTo("wal");
            assertThat(synchronous).as("2 is FULL").isEqualTo(2);
        }
    }

    @Test
    void theVersionIsThatOfTheNewestMigration() throws Exception {
        URI first = Store.class.getResource("V1__credentials_and_switches.sql").toURI();
        try (var files = Files.list(Path.of(first).getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql"))
                            .map(file -> version(file.getFileName().toString())))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, Store.VERSION).boxed().toList());
        }
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
    }

    @Test
    void aStoreOfANewerGatewayIsNotTouched() throws IOException {
        try (Store store = Store.open(directory)) {
            store.jdbi().useHandle(handle -> handle.execute("PRAGMA user_version = 99"));
        }
        assertThatThrownBy(() -> Store.open(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("newer gateway");
    }

    @Test
    void aDamagedFileIsReportedWithWhatToDo() throws IOException {
        Files.writeString(
                directory.resolve("gatehouse.db"), "this is no database, and long enough to be looked at".repeat(40));
        assertThatThrownBy(() -> Store.open(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Restore it from a backup");
    }
}
