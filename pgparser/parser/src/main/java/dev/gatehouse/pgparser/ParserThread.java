package dev.gatehouse.pgparser;

import dev.gatehouse.pgparser.ParseJob.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/// Works off the queue with a parser of its own, and replaces that parser when it broke or grew too fat.
final class ParserThread implements Runnable {
    /// A parser's memory never shrinks: one that had a very large statement is replaced.
    private static final int FAT = 48 << 20;

    private final ParseQueue queue;
    private final Supplier<PgParser> parsers;
    private Optional<PgParser> parser = Optional.empty();

    ParserThread(ParseQueue queue, Supplier<PgParser> parsers) {
        this.queue = queue;
        this.parsers = parsers;
    }

    /// Until the queue is closed.
    @Override
    public void run() {
        Optional<ParseJob> job = queue.next();
        while (job.isPresent()) {
            job.get().finish(outcomeOf(job.get().sql()));
            job = queue.next();
        }
    }

    /// Whatever goes wrong, even a lack of memory, is an answer: this thread must live on.
    private Outcome outcomeOf(byte[] sql) {
        try {
            return parse(sql);
        } catch (Throwable failure) {
            parser = Optional.empty();
            return new Outcome.Unavailable("the parser failed on this statement: " + failure.getMessage());
        }
    }

    private Outcome parse(byte[] sql) {
        PgParser current = parser.orElseGet(parsers);
        parser = Optional.of(current);
        try {
            byte[] tree = current.parse(sql);
            return new Outcome.Tree(tree);
        } catch (SyntaxError error) {
            return new Outcome.Rejected(error);
        } finally {
            if (current.memoryBytes() > FAT) {
                parser = Optional.empty();
            }
        }
    }
}
