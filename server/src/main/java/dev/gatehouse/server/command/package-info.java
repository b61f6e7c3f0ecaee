/// The commands that need the server's own parts, each a class that picocli fills in. Exit codes: 0 done, 1 finding or
/// refusal, 2 usage or configuration, 3 gateway or sign-in unreachable.
@NullMarked
package dev.gatehouse.server.command;

import org.jspecify.annotations.NullMarked;
