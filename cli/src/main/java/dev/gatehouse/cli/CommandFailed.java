package dev.gatehouse.cli;

/// A command cannot do what it was asked; the message is for the user and says what to do.
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    private CommandFailed(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    public static CommandFailed refused(String message) {
        return new CommandFailed(Exit.REFUSED, message);
    }

    public static CommandFailed usage(String message) {
        return new CommandFailed(Exit.USAGE, message);
    }

    public static CommandFailed unreachable(String message) {
        return new CommandFailed(Exit.UNREACHABLE, message);
    }

    public int exit() {
        return exit;
    }
}
