package dev.gatehouse.pgparser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgParsersTest {
    private static final byte[] SELECT = Corpus.utf8("SELECT 1");
    private static final byte[] TOO_DEEP = Corpus.utf8("SELECT " + "NOT ".repeat(9_000) + "true");

    private final AtomicInteger made = new AtomicInteger();
    private final PgParsers parsers = new PgParsers(1, 100_000, this::make);

    private PgParser make() {
        made.incrementAndGet();
        return new PgParser();
    }

    @AfterEach
    void close() {
        parsers.close();
    }

    @Test
    void manyVirtualThreadsShareAFewParsers() throws Exception {
        Queue<String> trees = new ConcurrentLinkedQueue<>();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] sql = Corpus.utf8("SELECT " + i);
            callers.add(Thread.ofVirtual().start(() -> trees.add(parsed(sql))));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(trees).hasSize(200).doesNotHaveDuplicates().allMatch(tree -> tree.contains("SelectStmt"));
        assertThat(made).hasValue(1);
    }

    private String parsed(byte[] sql) {
        try {
            return new String(parsers.parse(sql), StandardCharsets.UTF_8);
        } catch (SyntaxError | ParserUnavailable failure) {
            return failure.toString();
        }
    }

    @Test
    void aSyntaxErrorReachesTheCallerAndKeepsTheParser() throws Exception {
        assertThatThrownBy(() -> parsers.parse(Corpus.utf8("SELEC 1"))).isInstanceOf(SyntaxError.class);
        parsers.parse(SELECT);
        assertThat(made).hasValue(1);
    }

    @Test
    void aStatementThatBreaksItsParserIsRefusedAndTheParserReplaced() throws Exception {
        assertThatThrownBy(() -> parsers.parse(TOO_DEEP))
                .isInstanceOf(ParserUnavailable.class)
                .hasMessageContaining("nested too deeply");
        assertThat(parsers.parse(SELECT)).isNotEmpty();
        assertThat(made).hasValue(2);
    }

    @Test
    void aParserThatGrewFatIsReplaced() throws Exception {
        parsers.parse(Corpus.utf8("SELECT " + "1,".repeat(49_000) + "1"));
        parsers.parse(SELECT);
        assertThat(made).hasValue(1);
        try (PgParsers roomy = new PgParsers(1, 1 << 20, this::make)) {
            roomy.parse(Corpus.utf8("SELECT " + "1,".repeat(400_000) + "1"));
            roomy.parse(SELECT);
        }
        assertThat(made).hasValue(3);
    }

    @Test
    void aStatementBeyondTheLimitIsRefusedWithBothSizes() {
        assertThatThrownBy(() -> parsers.parse(new byte[100_001]))
                .isInstanceOf(ParserUnavailable.class)
                .hasMessageContaining("100001")
                .hasMessageContaining("100000");
    }

    @Test
    void aParserThatCannotBeMadeRefusesTheStatementAndIsTriedAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (PgParsers unlucky = new PgParsers(1, 1_000, () -> {
            if (attempts.getAndIncrement() == 0) {
                throw new OutOfMemoryError("no room");
            }
            return new PgParser();
        })) {
            assertThatThrownBy(() -> unlucky.parse(SELECT))
                    .isInstanceOf(ParserUnavailable.class)
                    .hasMessageContaining("no room");
            assertThat(unlucky.parse(SELECT)).isNotEmpty();
        }
    }

    @Test
    void anInterruptedCallerStopsWaiting() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (PgParsers stuck = new PgParsers(1, 1_000, () -> {
            awaitUninterruptibly(never);
            return new PgParser();
        })) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> stuck.parse(SELECT))
                    .isInstanceOf(ParserUnavailable.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        never.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void afterClosingNothingIsParsed() {
        parsers.close();
        assertThatThrownBy(() -> parsers.parse(SELECT))
                .isInstanceOf(ParserUnavailable.class)
                .hasMessageContaining("shut down");
    }

    @Test
    void theWarmUpIsValidSql() throws Exception {
        for (byte[] statement : WarmUp.statements().subList(0, 20)) {
            assertThat(parsers.parse(statement)).isNotEmpty();
        }
        assertThat(WarmUp.statements()).hasSizeGreaterThan(2_000);
    }
}
