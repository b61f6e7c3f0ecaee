/// What `gatehouse detect` reads and writes: one JSON object per line, in and out.
@NullMarked
package dev.gatehouse.cli.detect;

import org.jspecify.annotations.NullMarked;
