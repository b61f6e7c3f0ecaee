/// The command line. It talks to a gateway only through the admin API, and reads a record offline only through core.
///
/// [dev.gatehouse.cli.Gatehouse] puts the commands together by hand; the server adds those that need a gateway's own
/// configuration (`serve`, `check`, ...). A command is a final class with picocli's annotations on its options and a
/// [dev.gatehouse.cli.Shell] for everything outside the process, so that a test runs it as it is.
///
/// Results go to standard output, progress and hints to standard error. Exit codes are those of
/// [dev.gatehouse.cli.Exit]. A user's mistake is a [dev.gatehouse.cli.CommandFailed] with a sentence that says what to
/// do; nobody sees a stack trace. Whatever comes from a record or a gateway passes
/// [dev.gatehouse.cli.Text#printable] before it reaches a terminal.
@NullMarked
package dev.gatehouse.cli;

import org.jspecify.annotations.NullMarked;
