package dev.gatehouse.recording.log;

import java.nio.file.Path;
import java.util.OptionalLong;

/// Something that does not fit, and where: the file, and the log entry or the byte in the file where one is known.
public record Finding(Problem problem, Path file, OptionalLong entry, OptionalLong offset, String what) {
    /// What kind of thing does not fit.
    public enum Problem {
        /// Bytes are not those that were signed.
        ALTERED,
        /// Something that was signed is not there.
        MISSING,
        /// Something is there that nobody signed.
        EXTRA,
        /// Two things that were signed contradict one another: the log was rewritten.
        REWRITTEN,
        /// The log is shorter than it was when its checkpoint was taken.
        CUT
    }

    /// Ends a check at the first thing that does not fit.
    public static final class Found extends Exception {
        private final transient Finding finding;

        public Found(Finding finding) {
            super(finding.toString(), null, false, false);
            this.finding = finding;
        }

        public Finding finding() {
            return finding;
        }
    }

    public static Finding of(Problem problem, Path file, String what) {
        return new Finding(problem, file, OptionalLong.empty(), OptionalLong.empty(), what);
    }

    public Finding atEntry(long index) {
        return new Finding(problem, file, OptionalLong.of(index), offset, what);
    }

    public Finding atByte(long position) {
        return new Finding(problem, file, entry, OptionalLong.of(position), what);
    }

    public Found found() {
        return new Found(this);
    }

    @Override
    public String toString() {
        return file
                + (entry.isPresent() ? ", entry " + entry.getAsLong() : "")
                + (offset.isPresent() ? ", byte " + offset.getAsLong() : "")
                + ": " + what;
    }
}
