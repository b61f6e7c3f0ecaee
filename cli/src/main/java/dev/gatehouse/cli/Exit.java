package dev.gatehouse.cli;

/// What the exit codes of every command mean.
public final class Exit {
    public static final int DONE = 0;
    /// A check found something, or the gateway refused.
    public static final int REFUSED = 1;
    /// The command line, the environment or a file that they name is wrong.
    public static final int USAGE = 2;
    /// The gateway or the sign-in cannot be reached.
    public static final int UNREACHABLE = 3;

    private Exit() {}
}
