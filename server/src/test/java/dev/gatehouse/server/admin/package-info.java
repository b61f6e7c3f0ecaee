/// Recorded statements put together again, and refusals gathered.
@NullMarked
package dev.gatehouse.server.admin;

import org.jspecify.annotations.NullMarked;
