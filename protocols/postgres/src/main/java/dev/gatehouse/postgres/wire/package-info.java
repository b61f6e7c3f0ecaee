/// PostgreSQL's messages as data: bytes in, records out, and back. No I/O, no state of a session.
///
/// Section and message names are those of the PostgreSQL 18 manual, chapter "Frontend/Backend Protocol".
///
/// - [dev.gatehouse.postgres.wire.Frames] says where a message ends in a buffer that fills up. Pass its bytes on as
///   they are; decode only when somebody needs what is inside.
/// - [dev.gatehouse.postgres.wire.StartupPacket], [dev.gatehouse.postgres.wire.FrontendMessage] and
///   [dev.gatehouse.postgres.wire.BackendMessage] are sealed; each message is a record with `decode` and `encode` side
///   by side. Decoding is strict: bytes left over, a string without end, a count that does not fit are a
///   [dev.gatehouse.postgres.wire.WireException], and nothing is allocated for a length that lies.
/// - A decoded message owns its bytes (one copy of the body), so the buffer may be reused.
/// - Rows are hot and are not decoded: [dev.gatehouse.postgres.wire.RowWalker] visits their values in place,
///   [dev.gatehouse.postgres.wire.DataRowRewriter] copies a row and replaces some.
///
/// Adding a message: a record beside the others, one line in `permits` and one in the `decode` of its interface. The
/// fuzz test takes its examples from `Examples`; a record without one fails there.
@NullMarked
package dev.gatehouse.postgres.wire;

import org.jspecify.annotations.NullMarked;
