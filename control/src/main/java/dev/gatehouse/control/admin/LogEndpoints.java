package dev.gatehouse.control.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Serves the log's checkpoint and tiles as files (C2SP tlog-tiles), so that anybody who signed in can verify and watch
/// it. The log holds no contents and no names.
final class LogEndpoints {
    /// Every path that the specification knows, and no other: no dots but in `.p/`, nothing above the directory.
    private static final Pattern TILE =
            Pattern.compile("(entries|[0-9]|[1-5][0-9]|6[0-3])/(x[0-9]{3}/){0,6}[0-9]{3}(\\.p/[1-9][0-9]{0,2})?");

    private static final String BINARY = "application/octet-stream";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Optional<Path> log;

    LogEndpoints(Optional<Path> log) {
        this.log = log;
    }

    Answer checkpoint() throws IOException {
        return file("checkpoint", TEXT, false);
    }

    Answer tile(Asked asked) throws IOException {
        String path = asked.path("path");
        return TILE.matcher(path).matches() ? file("tile/" + path, BINARY, true) : missing();
    }

    private Answer file(String name, String mediaType, boolean immutable) throws IOException {
        if (log.isEmpty()) {
            return missing();
        }
        try {
            return new Answer.Bytes(Files.readAllBytes(log.get().resolve(name)), mediaType, immutable);
        } catch (NoSuchFileException absent) {
            return missing();
        }
    }

    private static Answer missing() {
        return Answer.notFound("The log has no such file now. Partial tiles disappear as the log grows: fetch the"
                + " checkpoint again.");
    }
}
