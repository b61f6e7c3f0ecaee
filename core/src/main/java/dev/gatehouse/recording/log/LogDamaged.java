package dev.gatehouse.recording.log;

import java.io.IOException;
import java.nio.file.Path;

/// The log on disk contradicts itself, so nothing may be appended to it.
public final class LogDamaged extends IOException {
    public LogDamaged(Path file, String what) {
        super(file + ": " + what + ". The record is left as it is; run: gatehouse verify "
                + file.toAbsolutePath().getParent());
    }
}
