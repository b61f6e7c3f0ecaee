package dev.gatehouse.bench.micro;

import dev.gatehouse.detection.Column;
import dev.gatehouse.detection.Detection;
import dev.gatehouse.detection.Finder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How many cells, and characters of cells, one thread looks through in a second.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DetectionBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// What the rows are like, see [Rows].
    @Param({"dense", "clean", "prose", "log"})
    private String rows = "dense";

    private Finder finder = new Detection().finder();
    private List<Looked> cells = new ArrayList<>();
    private int next;

    private record Looked(Column column, String text) {}

    /// Characters, beside the cells that JMH counts.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counted {
        /// Of all cells so far.
        public long characters;

        private long begun;

        /// From here on the thread's processor time counts.
        @Setup(Level.Iteration)
        public void begin() {
            begun = THREADS.getCurrentThreadCpuTime();
        }

        /// JMH measures by the wall clock, which says little on a busy machine: the thread's own time is told as well.
        @TearDown(Level.Iteration)
        public void end() {
            double nanos = THREADS.getCurrentThreadCpuTime() - begun;
            System.out.printf(Locale.ROOT, "[%.1f characters per µs of processor time] ", 1000 * characters / nanos);
        }
    }

    /// Makes the cells.
    @Setup
    public void fill() {
        finder = new Detection().finder();
        cells = new ArrayList<>();
        Rows.of(rows)
                .forEach(cell -> cells.add(
                        new Looked(finder.columns().of(cell.table(), cell.column(), cell.type()), cell.text())));
    }

    /// One cell.
    @Benchmark
    public int cell(Counted counted) {
        Looked cell = cells.get(next);
        next = next + 1 == cells.size() ? 0 : next + 1;
        counted.characters += cell.text().length();
        return finder.find(cell.column(), cell.text()).size();
    }
}
