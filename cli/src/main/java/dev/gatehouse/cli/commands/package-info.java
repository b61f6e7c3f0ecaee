/// The commands of the command line, one final class each, and the options that several of them share.
@NullMarked
package dev.gatehouse.cli.commands;

import org.jspecify.annotations.NullMarked;
