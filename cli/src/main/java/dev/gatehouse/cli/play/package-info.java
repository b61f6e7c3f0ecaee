/// Shows what a client saw: a transcript of statements and answers, made of the very bytes that were delivered.
@NullMarked
package dev.gatehouse.cli.play;

import org.jspecify.annotations.NullMarked;
