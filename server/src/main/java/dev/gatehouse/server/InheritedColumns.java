package dev.gatehouse.server;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.postgres.Inheritance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// What columns hold because statements copied it there: the file `store/inherited.jsonl`, one line for each, with
/// connection, schema, table, column and category. Lines are only added; a column that the configuration classifies
/// holds what it says there. Thread-safe.
final class InheritedColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Learned learned;
    private final Map<String, Map<ColumnName, Set<Category>>> columns = new HashMap<>();

    private InheritedColumns(Path file, Learned learned) {
        this.file = file;
        this.learned = learned;
    }

    /// Is told before a column counts as holding something.
    @FunctionalInterface
    interface Learned {
        /// Nobody is told: for looking at what is known.
        Learned SILENT = (_, _, _) -> {};

        void inherits(String connection, ColumnName column, Category category);
    }

    /// @param directory the gateway's `store`
    /// @throws IOException when the file is there and cannot be read
    static InheritedColumns in(Path directory, Learned learned) throws IOException {
        var all = new InheritedColumns(directory.resolve("inherited.jsonl"), learned);
        if (Files.exists(all.file)) {
            for (String line : Files.readAllLines(all.file)) {
                all.read(line);
            }
        }
        return all;
    }

    private void read(String line) throws IOException {
        try {
            var words = JSON.readValue(line, String[].class);
            known(words[0])
                    .computeIfAbsent(new ColumnName(words[1], words[2], words[3]), _ -> new LinkedHashSet<>())
                    .add(new Category(words[4]));
        } catch (JacksonException | ArrayIndexOutOfBoundsException torn) {
            throw new IOException(file + " has a line that cannot be read: " + line + ". Correct or remove it.", torn);
        }
    }

    private Map<ColumnName, Set<Category>> known(String connection) {
        return columns.computeIfAbsent(connection, _ -> new HashMap<>());
    }

    /// What is inherited on one connection.
    Inheritance of(String connection) {
        return new OnConnection(connection);
    }

    private synchronized boolean add(String connection, Map<ColumnName, Set<Category>> found) {
        var known = known(connection);
        var lines = new ArrayList<String>();
        found.forEach((column, categories) -> {
            for (Category category : categories) {
                if (!known.getOrDefault(column, Set.of()).contains(category)) {
                    lines.add(line(connection, column, category));
                    learned.inherits(connection, column, category);
                }
            }
        });
        if (lines.isEmpty()) {
            return false;
        }
        append(lines);
        found.forEach((column, categories) ->
                known.computeIfAbsent(column, _ -> new LinkedHashSet<>()).addAll(categories));
        return true;
    }

    private static String line(String connection, ColumnName column, Category category) {
        return JSON.writeValueAsString(
                List.of(connection, column.schema(), column.table(), column.column(), category.name()));
    }

    private void append(List<String> lines) {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), owner)) {
            var bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException full) {
            throw new UncheckedIOException("what columns inherit cannot be kept in " + file, full);
        }
    }

    private synchronized Map<ColumnName, Set<Category>> copy(String connection) {
        var copy = new HashMap<ColumnName, Set<Category>>();
        known(connection).forEach((column, categories) -> copy.put(column, Set.copyOf(categories)));
        return copy;
    }

    private final class OnConnection implements Inheritance {
        private final String connection;
        private @Nullable Together last;

        OnConnection(String connection) {
            this.connection = connection;
        }

        @Override
        public void add(Map<ColumnName, Set<Category>> found) {
            if (InheritedColumns.this.add(connection, found)) {
                synchronized (this) {
                    last = null;
                }
            }
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the same object, or what was remembered by it is not found again
        public synchronized Classification over(Classification configured) {
            var now = last;
            if (now == null || now.configured() != configured) {
                now = new Together(configured, copy(connection));
                last = now;
            }
            return now;
        }
    }

    private record Together(Classification configured, Map<ColumnName, Set<Category>> copied)
            implements Classification {
        @Override
        public Classified of(ColumnName column) {
            return configured.of(column);
        }

        @Override
        public Set<Category> inherited(ColumnName column) {
            return copied.getOrDefault(column, Set.of());
        }
    }
}
