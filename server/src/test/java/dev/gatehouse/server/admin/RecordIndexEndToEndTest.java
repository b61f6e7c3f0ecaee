package dev.gatehouse.server.admin;

import static dev.gatehouse.server.admin.WrittenLog.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index over a real record: it says what the record says, and is never believed against it.
class RecordIndexEndToEndTest {
    @TempDir
    Path directory;

    private WrittenLog log;

    @BeforeEach
    void write() throws IOException {
        log = new WrittenLog(directory);
        for (int i = 0; i < 20; i++) {
            log.session(i % 2 == 0 ? "ada" : "bob", BEGIN.plus(Duration.ofMinutes(i)), 30);
        }
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private static SessionQuery query(Optional<String> who, Optional<String> table, Optional<String> category) {
        Optional<String> any = Optional.empty();
        return new SessionQuery(who, any, Optional.empty(), Optional.empty(), any, table, category, any, 500);
    }

    private static List<SessionSummary> all(RecordedSessions sessions) throws IOException {
        return sessions.find(query(Optional.empty(), Optional.empty(), Optional.empty()), _ -> true)
                .items();
    }

    @Test
    void aListSaysWhatTheRecordSays() throws IOException {
        var sessions = log.sessions(true);
        var ended = all(sessions).getFirst();

        assertThat(all(sessions)).hasSize(20);
        assertThat(ended.who()).isEqualTo("corp:bob");
        assertThat(ended.operations()).isEqualTo(30);
        assertThat(ended.denied()).isEqualTo(10);
        assertThat(ended.bytes()).isEqualTo(300);
        assertThat(ended.endReason()).contains("closed");
        assertThat(sessions.show(dev.gatehouse.model.Id.parse(ended.id()).orElseThrow())
                        .orElseThrow()
                        .operations())
                .hasSize(30);
    }

    @Test
    void filtersFindByNameTableAndCategory() throws IOException {
        var sessions = log.sessions(true);
        Optional<String> none = Optional.empty();

        assertThat(sessions.find(query(Optional.of("ada"), none, none), _ -> true)
                        .items())
                .hasSize(10)
                .allMatch(session -> session.who().equals("corp:ada"));
        assertThat(sessions.find(query(Optional.of("eve"), none, none), _ -> true)
                        .items())
                .isEmpty();
        assertThat(sessions.find(query(none, Optional.of("customers"), none), _ -> true)
                        .items())
                .hasSize(20);
        assertThat(sessions.find(query(none, Optional.of("orders"), none), _ -> true)
                        .items())
                .isEmpty();
        assertThat(sessions.find(query(none, none, Optional.of("contact.email")), _ -> true)
                        .items())
                .hasSize(20);
        assertThat(sessions.find(query(none, none, Optional.of("health")), _ -> true)
                        .items())
                .isEmpty();
    }

    @Test
    void thePictureFromCellsIsThePictureFromTheRecord() throws IOException {
        var sessions = log.sessions(true);
        var until = BEGIN.plus(Duration.ofHours(1));

        Overview cells = sessions.overview(BEGIN, until, 4, _ -> true);
        // One second off, so that no slot consists of whole cells and every entry is looked at.
        Overview entries = sessions.overview(BEGIN.minusSeconds(1), until.plusSeconds(3), 4, _ -> true);

        assertThat(cells.slots().stream().mapToLong(Overview.Slot::allowed).sum())
                .isEqualTo(400);
        assertThat(entries.slots().stream().mapToLong(Overview.Slot::allowed).sum())
                .isEqualTo(400);
        assertThat(cells.flows()).isEqualTo(entries.flows()).hasSize(1);
        assertThat(cells.refusals()).isEqualTo(entries.refusals()).hasSize(1);
        assertThat(sessions.overview(BEGIN, until, 4, session -> session.who().equals("corp:ada"))
                        .refusals()
                        .getFirst()
                        .count())
                .isEqualTo(100);
    }

    @Test
    void whatIsKeptIsUsedAndGoesOnWithTheLog() throws IOException {
        log.sessions(true).reindex();
        log.session("eve", BEGIN.plus(Duration.ofHours(2)), 3);

        var after = all(log.sessions(true));

        assertThat(after).hasSize(21);
        assertThat(after.getFirst().who()).isEqualTo("corp:eve");
    }

    @Test
    void aDamagedIndexIsMadeAgain() throws IOException {
        log.sessions(true).reindex();
        Path file = log.data.resolve("index/sessions");
        byte[] bytes = Files.readAllBytes(file);
        for (int at : List.of(3, 40, 70, bytes.length / 2, bytes.length - 1)) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);

            assertThat(all(log.sessions(true))).as("byte " + at).hasSize(20);
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, 100));
        assertThat(all(log.sessions(true))).hasSize(20);
        Files.write(file, new byte[0]);
        assertThat(all(log.sessions(true))).hasSize(20);
    }

    @Test
    void anIndexOfAnotherLogIsNotBelieved() throws IOException {
        log.sessions(true).reindex();
        byte[] foreign = Files.readAllBytes(log.data.resolve("index/sessions"));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        try (var other = new WrittenLog(elsewhere)) {
            other.session("mia", BEGIN, 3);
            Files.createDirectories(other.data.resolve("index"));
            Files.write(other.data.resolve("index/sessions"), foreign);

            assertThat(all(other.sessions(true)))
                    .singleElement()
                    .extracting(SessionSummary::who)
                    .isEqualTo("corp:mia");
        }
    }

    @Test
    void theIndexHoldsNobodysNameAndNoTable() throws IOException {
        log.sessions(true).reindex();

        var text = new String(Files.readAllBytes(log.data.resolve("index/sessions")), StandardCharsets.ISO_8859_1);

        assertThat(text).contains("shop").doesNotContain("ada", "bob", "customers");
    }

    @Test
    void itGoesOnAfterTheRecordWasOpenedAgain() throws IOException {
        log.sessions(true).reindex();
        log.reopen();
        log.session("eve", BEGIN.plus(Duration.ofHours(2)), 3);

        assertThat(all(log.sessions(true))).hasSize(21);
    }
}
