/// The nouns of Gatehouse as plain data: who asks, for what, of which connection, and what a statement was
/// understood to do.
///
/// Start with [dev.gatehouse.model.Principal] (who), [dev.gatehouse.model.Connection] (what is asked) and
/// [dev.gatehouse.model.Operation] (one request). Everything here is immutable and free of I/O; nothing here knows a
/// protocol, a file or a library.
@NullMarked
package dev.gatehouse.model;

import org.jspecify.annotations.NullMarked;
