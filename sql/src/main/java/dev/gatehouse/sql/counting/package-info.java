/// How many rows a statement would touch, asked without running it: [dev.gatehouse.sql.counting.CountQuestion].
@NullMarked
package dev.gatehouse.sql.counting;

import org.jspecify.annotations.NullMarked;
