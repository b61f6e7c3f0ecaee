package dev.gatehouse.cli.play;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionDetail.Delivery;
import dev.gatehouse.cli.Shell;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A replay to read: takes the delivered bytes as they come and writes them between the operations that they answer.
/// For one thread.
public final class Transcript extends OutputStream {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final List<OperationRecord> operations;
    private final List<Delivery> deliveries;
    private final Decoder decoder;
    private final Shell shell;
    private final double speed;
    private int operation;
    private int delivery = -1;
    private long left;
    private Instant reached;

    /// @param speed how many times faster than it happened; 0 writes all at once
    public Transcript(SessionDetail detail, Shell shell, double speed) {
        operations = detail.operations();
        deliveries = detail.deliveries();
        decoder = switch (detail.protocol()) {
            case "postgres" -> new PostgresAnswers(shell.out()::println);
            case "http" -> new TextAnswers(shell.out()::println);
            default -> new Uncounted(shell.out()::println);
        };
        this.shell = shell;
        this.speed = speed;
        reached = detail.session().started();
    }

    @Override
    public void write(int b) throws InterruptedIOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws InterruptedIOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (left == 0 && !next()) {
                decoder.feed(bytes, at, end - at);
                return;
            }
            int taken = (int) Math.min(left, end - at);
            decoder.feed(bytes, at, taken);
            left -= taken;
            at += taken;
        }
    }

    /// Goes to the next delivery that has bytes left; says what was erased on the way.
    private boolean next() throws InterruptedIOException {
        while (left == 0 && delivery + 1 < deliveries.size()) {
            delivery++;
            Delivery now = deliveries.get(delivery);
            asked(now.asked());
            waitFor(now.at());
            left = now.readable();
            if (now.readable() < now.bytes()) {
                decoder.gap();
                shell.out().println("  [" + (now.bytes() - now.readable()) + " bytes were erased]");
            }
        }
        return left > 0;
    }

    /// Writes the operations up to the `until`-th.
    private void asked(int until) throws InterruptedIOException {
        while (operation < Math.min(until, operations.size())) {
            decoder.flush();
            OperationRecord next = operations.get(operation);
            waitFor(next.at());
            shell.out().println();
            Words.of(next).forEach(shell.out()::println);
            operation++;
        }
    }

    /// Writes what comes after the last byte.
    public void finish() throws InterruptedIOException {
        while (next()) {
            left = 0;
        }
        decoder.flush();
        asked(operations.size());
    }

    private void waitFor(Instant at) throws InterruptedIOException {
        if (speed > 0 && at.isAfter(reached)) {
            var wait = Duration.ofNanos((long) (Duration.between(reached, at).toNanos() / speed));
            try {
                shell.out().flush();
                shell.pause().of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        reached = at;
    }

    /// For protocols that this version cannot decode.
    private record Uncounted(java.util.function.Consumer<String> lines) implements Decoder {
        @Override
        public void feed(byte[] bytes, int offset, int length) {
            lines.accept("  [" + length + " bytes]");
        }

        @Override
        public void gap() {}

        @Override
        public void flush() {}
    }
}
