package dev.gatehouse.bypass;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Reads the attacks from their file.
///
/// A line `= TITLE` begins a group; `+ NAME [bounded] [write]` an attack; lines `! SQL` prepare it over the direct
/// connection; what follows are its statements, separated by lines `---`. Lines that begin with `#` are comments.
final class Attacks {
    private final List<Attack> attacks = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> preparations = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private String group = "";
    private List<String> heading = List.of();

    private Attacks() {}

    /// Those that come with the product.
    static List<Attack> published() {
        try (InputStream file = Attacks.class.getResourceAsStream("attacks.sql")) {
            return read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the attacks are not readable", unreadable);
        }
    }

    static List<Attack> read(String text) {
        var reader = new Attacks();
        text.lines().forEach(reader::line);
        reader.finish();
        return List.copyOf(reader.attacks);
    }

    private void line(String line) {
        if (line.startsWith("#") || line.isBlank()) {
            return;
        }
        if (line.startsWith("= ")) {
            finish();
            group = line.substring(2).strip();
        } else if (line.startsWith("+ ")) {
            finish();
            heading = List.of(line.substring(2).strip().split(" +"));
        } else if (line.startsWith("! ")) {
            preparations.add(line.substring(2));
        } else if (line.equals("---")) {
            endStatement();
        } else {
            statement.append(statement.isEmpty() ? "" : "\n").append(line);
        }
    }

    private void endStatement() {
        if (!statement.isEmpty()) {
            statements.add(statement.toString());
            statement.setLength(0);
        }
    }

    private void finish() {
        endStatement();
        if (heading.isEmpty()) {
            return;
        }
        String name = heading.getFirst();
        if (!names.add(name) || statements.isEmpty()) {
            throw new IllegalStateException("attack " + name + " is there twice or asks nothing");
        }
        attacks.add(new Attack(
                group, name, heading.contains("bounded"), heading.contains("write"), preparations, statements));
        heading = List.of();
        preparations.clear();
        statements.clear();
    }
}
