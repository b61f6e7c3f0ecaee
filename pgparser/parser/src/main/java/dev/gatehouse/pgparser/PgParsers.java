package dev.gatehouse.pgparser;

import dev.gatehouse.pgparser.ParseJob.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A few PostgreSQL parsers that any thread may use, virtual ones too.
///
/// Each parser has a platform daemon thread of its own with the stack that it needs (4 MB) and occupies about 6.5 MB.
/// A caller hands over its statement and blocks: some 20 µs for a point query, 25 ms for 100 KB. Statements wait in
/// order; at most {@value #LONGEST_QUEUE} of them, and none longer than ten seconds.
///
/// A parser that fails on a statement is replaced; that statement is reported as unavailable, which means: refuse it.
public final class PgParsers implements AutoCloseable {
    /// The largest statement, in bytes, unless the constructor says otherwise.
    public static final int DEFAULT_LARGEST_STATEMENT = 1 << 20;

    private static final int LONGEST_QUEUE = 1_024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final int largestStatement;
    private final ParseQueue queue = new ParseQueue(LONGEST_QUEUE);
    private final List<Thread> threads = new ArrayList<>();

    public PgParsers(int threads) {
        this(threads, DEFAULT_LARGEST_STATEMENT);
    }

    /// @param threads how many statements are parsed at the same time
    /// @param largestStatement in bytes
    public PgParsers(int threads, int largestStatement) {
        this(threads, largestStatement, PgParser::new);
    }

    PgParsers(int threads, int largestStatement, Supplier<PgParser> parsers) {
        if (threads < 1 || largestStatement < 1) {
            throw new IllegalArgumentException("PgParsers needs at least one thread and room for a statement, got "
                    + threads + " and " + largestStatement);
        }
        this.largestStatement = largestStatement;
        for (int i = 0; i < threads; i++) {
            this.threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("sql-parser-" + i)
                    .stackSize(PgParser.THREAD_STACK)
                    .start(new ParserThread(queue, parsers)));
        }
    }

    /// The largest statement that is parsed, in bytes.
    public int largestStatement() {
        return largestStatement;
    }

    /// All statements of a text as libpg_query's JSON tree; see {@link PgParser#parse}.
    ///
    /// @param sql UTF-8; must not be changed until this returns
    /// @throws SyntaxError if PostgreSQL's grammar does not accept it
    /// @throws ParserUnavailable if there is no telling: too large, too deep, too many waiting, or shut down
    public byte[] parse(byte[] sql) throws SyntaxError, ParserUnavailable {
        if (sql.length > largestStatement) {
            throw new ParserUnavailable("the statement has " + sql.length + " bytes; at most " + largestStatement
                    + " are parsed. Split it, or load data with COPY.");
        }
        return switch (hand(sql)) {
            case Outcome.Tree tree -> tree.json();
            case Outcome.Rejected rejected -> throw rejected.error();
            case Outcome.Unavailable unavailable -> throw new ParserUnavailable(unavailable.reason());
        };
    }

    private Outcome hand(byte[] sql) throws ParserUnavailable {
        ParseJob job = new ParseJob(sql);
        queue.add(job);
        try {
            Optional<Outcome> outcome = job.await(LONGEST_WAIT);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            queue.remove(job);
            return new Outcome.Unavailable("interrupted while the statement waited to be parsed");
        }
        queue.remove(job);
        return new Outcome.Unavailable("the statement was not parsed within " + LONGEST_WAIT.toSeconds() + " seconds");
    }

    /// Parses a few thousand statements, so that the first ones of real users find compiled code: 20 µs instead of 200.
    /// Takes one to three seconds of CPU; call it from a thread that nobody waits for.
    public void warmUp() throws ParserUnavailable {
        for (byte[] statement : WarmUp.statements()) {
            try {
                parse(statement);
            } catch (SyntaxError error) {
                throw new IllegalStateException("a warm-up statement is no SQL: " + error.getMessage(), error);
            }
        }
    }

    /// Answers what still waits with {@link ParserUnavailable} and lets the threads end.
    @Override
    public void close() {
        queue.close();
    }
}
